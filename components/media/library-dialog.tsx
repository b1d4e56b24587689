'use client'

import { Button, Modal, TextInput } from '@mantine/core'
import { IconCheck, IconPhoto, IconSearch } from '@tabler/icons-react'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { Failure } from '@/components/ui/failure'
import { MessagePage } from '@/components/ui/message-page'
import { type Attachment, attachmentsKey, attachmentsPath } from '@/lib/client/attachments'
import { growingQuery } from '@/lib/client/lists'
import { useMediaMessages } from '@/lib/client/messages/areas/media'
import { useMessages } from '@/lib/client/messages/use-messages'
import { useGrowing } from '@/lib/client/use-growing'
import { Picture } from './image-tile'
import css from './library-dialog.module.css'
import { nameFilter } from './library-filter'
import { useNameOf } from './use-name-of'

const pageSize = 40
const skeletons = Array.from({ length: 12 }, (_, i) => i)

type Props = {
  orgId: string
  /** Ids that are added already. */
  taken: readonly string[]
  /** How many may be chosen. */
  most: number
  onChoose: (images: Attachment[]) => void
  onClose: () => void
}

/** Chooses images from those an organization has, newest first. */
export function LibraryDialog({ orgId, taken, most, onChoose, onClose }: Props) {
  const t = useMessages()
  const m = useMediaMessages()
  const nameOf = useNameOf()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<Attachment[]>([])
  const filter = ["startswith(type,'image/')", nameFilter(words)].filter(Boolean).join(' and ')
  const query = new URLSearchParams({ $top: String(pageSize), $orderBy: 'createdAt desc', $filter: filter })
  const images = useGrowing(
    growingQuery<Attachment>(attachmentsPath(orgId), query.toString(), [...attachmentsKey(orgId), 'choose']),
    { placeholderData: keepPreviousData },
  )
  const found = images.rows ?? []
  const isChosen = (id: string) => chosen.some((each) => each.id === id)
  const toggle = (image: Attachment) =>
    setChosen(isChosen(image.id) ? chosen.filter(({ id }) => id !== image.id) : [...chosen, image])
  return (
    <Modal opened onClose={onClose} title={m.chooseTitle} size={820} closeButtonProps={{ 'aria-label': t.app.close }}>
      <TextInput
        type="search"
        aria-label={m.search}
        placeholder={m.searchHint}
        leftSection={<IconSearch size={16} />}
        value={words}
        data-autofocus
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className={css.body} aria-busy={images.isFetching}>
        {images.error && !images.data ? (
          <Failure title={m.filesFailed} error={images.error} onRetry={() => images.refetch()} />
        ) : images.data && found.length === 0 ? (
          <MessagePage icon={<IconPhoto size={32} stroke={1.5} />} title={m.noMatch} />
        ) : (
          <ul className={css.grid} aria-label={m.images}>
            {images.isPending
              ? skeletons.map((each) => <li key={each} className={`${css.tile} od-skeleton`} />)
              : found.map((image) => {
                  const has = taken.includes(image.id)
                  const on = has || isChosen(image.id)
                  return (
                    <li key={image.id}>
                      <button
                        type="button"
                        className={css.tile}
                        aria-pressed={on}
                        disabled={has || (!on && chosen.length >= most)}
                        title={has ? m.chosenAlready : nameOf(image)}
                        aria-label={has ? `${nameOf(image)}, ${m.chosenAlready}` : nameOf(image)}
                        onClick={() => toggle(image)}
                      >
                        <Picture image={image} />
                        {on && (
                          <span className={css.mark}>
                            <IconCheck size={14} stroke={3} aria-hidden />
                          </span>
                        )}
                      </button>
                    </li>
                  )
                })}
          </ul>
        )}
        {images.hasNextPage && (
          <Button
            className={css.more}
            variant="default"
            loading={images.isFetchingNextPage}
            onClick={() => images.fetchNextPage()}
          >
            {m.more}
          </Button>
        )}
      </div>
      <footer className={css.foot}>
        <span className={css.count} role="status">
          {m.chosen({ count: chosen.length, most })}
        </span>
        <Button variant="default" onClick={onClose}>
          {t.app.cancel}
        </Button>
        <Button
          disabled={chosen.length === 0}
          onClick={() => {
            onChoose(chosen)
            onClose()
          }}
        >
          {m.choose({ count: chosen.length })}
        </Button>
      </footer>
    </Modal>
  )
}
