import { Button } from '@mantine/core'
import { formatNumber } from '@/lib/client/format'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { useGrowing } from '@/lib/client/use-growing'
import { explain } from './failure'
import css from './show-more.module.css'

/** How much of a list is shown, and the next of it when asked; nothing once all of it is. */
export function ShowMore({ list }: { list: ReturnType<typeof useGrowing> }) {
  const { locale, messages: t } = useLanguage()
  const { rows = [], total, hasNextPage, isFetchingNextPage, isFetchNextPageError, error, fetchNextPage } = list
  if (!hasNextPage) return null
  const number = (value: number) => formatNumber(locale, value)
  return (
    <div className={css.more}>
      <Button variant="default" size="compact-md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {t.app.showMore}
      </Button>
      <span role="status" className="od-number">
        {t.app.shownOf({ shown: number(rows.length), total: number(total) })}
      </span>
      {isFetchNextPageError && !isFetchingNextPage && <span role="alert">{explain(error, t)}</span>}
    </div>
  )
}
