'use client'

import { Button } from '@mantine/core'
import {
  IconLayoutGrid,
  IconList,
  IconLock,
  IconPhoto,
  IconTrash,
  IconUpload,
  IconZoomExclamation,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { ListSearch } from '@/components/data-table/list-search'
import { Pager } from '@/components/data-table/pager'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { explain, Failure, statusOf } from '@/components/ui/failure'
import { MessagePage } from '@/components/ui/message-page'
import { Notice } from '@/components/ui/notice'
import { Page, PageHead } from '@/components/ui/page'
import page from '@/components/ui/page.module.css'
import { ShallowLink } from '@/components/ui/shallow-link'
import {
  type Attachment,
  attachmentSummaryQuery,
  attachmentsKey,
  attachmentsPath,
  formatBytes,
  typeName,
} from '@/lib/client/attachments'
import { formatNumber } from '@/lib/client/format'
import { useListUrl } from '@/lib/client/list-url'
import { listQuery } from '@/lib/client/lists'
import { useMediaMessages } from '@/lib/client/messages/areas/media'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { usualLimits } from '@/lib/client/upload-rules'
import { uploads } from '@/lib/client/uploads'
import { useMounted } from '@/lib/client/use-mounted'
import { mediaDefaults, mediaQuery } from './library-filter'
import { MediaFilters } from './media-filters'
import { MediaGrid } from './media-grid'
import { MediaList } from './media-list'
import css from './media-page.module.css'
import { useFilePaste, useWindowDrop } from './take-files'
import { useMediaView } from './use-media-view'
import { usePicked } from './use-picked'

const MediaDrawer = dynamic(() => import('./media-drawer').then((module) => module.MediaDrawer), { ssr: false })
const DeleteDialog = dynamic(() => import('./delete-dialog').then((module) => module.DeleteDialog), { ssr: false })

/** The files of an organization. Files dropped or pasted anywhere on the page are uploaded. */
export function MediaPage({ orgId }: { orgId: string }) {
  const { locale, messages: t } = useLanguage()
  const m = useMediaMessages()
  const { organization, mayManage } = useCurrentOrganization()
  const list = useListUrl(mediaDefaults)
  const [view, chooseView] = useMediaView()
  const [opened, setOpened] = useState<Attachment>()
  const [deleting, setDeleting] = useState<readonly Attachment[]>()
  const input = useRef<HTMLInputElement>(null)
  const mounted = useMounted()
  const allowed = mayManage !== false
  const query = mediaQuery(list.state, Date.now())
  const files = useQuery({
    ...listQuery<Attachment>(attachmentsPath(orgId), query, attachmentsKey(orgId)),
    enabled: allowed,
  })
  const { data: summary } = useQuery({ ...attachmentSummaryQuery(orgId), enabled: allowed })
  const rows = files.data?.value ?? []
  const picked = usePicked(rows, `${list.state.q} ${list.state.view} ${list.state.filter}`)
  const limits = summary?.limits ?? usualLimits
  const kinds = { types: limits.types.map(typeName).join(', '), most: formatBytes(locale, limits.maxBytes) }

  const add = (chosen: File[]) => void uploads.add(chosen, { orgId })
  const over = useWindowDrop(add, allowed && !deleting)
  useFilePaste(add, allowed && !opened && !deleting)

  if (!allowed || statusOf(files.error) === 403) {
    return (
      <Page title={[m.title, organization?.name]}>
        <MessagePage
          icon={<IconLock size={32} stroke={1.5} />}
          title={m.refusedTitle}
          text={m.refusedText({ organization: organization?.name ?? '' })}
        />
      </Page>
    )
  }
  const isFiltered = list.state.q !== '' || list.state.view !== '' || list.state.filter !== ''
  const isEmpty = files.data?.total === 0 && !files.isPlaceholderData
  const choose = (
    <Button leftSection={<IconUpload size={16} />} onClick={() => input.current?.click()}>
      {m.upload}
    </Button>
  )
  const instead =
    files.error && !files.data ? (
      <Failure title={m.filesFailed} error={files.error} onRetry={() => files.refetch()} />
    ) : isEmpty && isFiltered ? (
      <MessagePage icon={<IconZoomExclamation size={32} stroke={1.5} />} title={m.noMatch} text={m.noMatchText}>
        <ShallowLink className="od-link" href={list.href({ q: '', view: '', filter: '' })}>
          {m.clearFilters}
        </ShallowLink>
      </MessagePage>
    ) : isEmpty ? (
      <MessagePage icon={<IconPhoto size={32} stroke={1.5} />} title={m.empty} text={m.emptyText(kinds)}>
        {choose}
      </MessagePage>
    ) : undefined
  const shown = { rows, loading: files.isPending, picked, onOpen: setOpened }
  return (
    <Page title={[m.title, organization?.name]}>
      <PageHead
        title={m.title}
        note={
          summary &&
          summary.total > 0 &&
          m.held({
            total: summary.total,
            count: formatNumber(locale, summary.total),
            bytes: formatBytes(locale, summary.bytes),
          })
        }
      >
        <fieldset className={css.views} aria-label={m.view}>
          <button
            type="button"
            aria-pressed={view === 'grid'}
            aria-label={m.grid}
            title={m.grid}
            onClick={() => chooseView('grid')}
          >
            <IconLayoutGrid size={17} stroke={1.8} />
          </button>
          <button
            type="button"
            aria-pressed={view === 'list'}
            aria-label={m.list}
            title={m.list}
            onClick={() => chooseView('list')}
          >
            <IconList size={17} stroke={1.8} />
          </button>
        </fieldset>
        {choose}
        <input
          ref={input}
          type="file"
          hidden
          multiple
          accept={limits.types.join(',')}
          aria-label={m.upload}
          onChange={(event) => {
            add([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
      </PageHead>
      <div className={css.top}>
        <search className={`${page.tools} ${css.filters}`}>
          <div className={css.search}>
            <ListSearch list={list} label={m.search} hint={m.searchHint} />
          </div>
          <MediaFilters list={list} summary={summary} />
        </search>
        {picked.count > 0 && (
          <div className={css.selection} role="toolbar" aria-label={m.selected({ count: picked.count })}>
            <label className={css.all}>
              <input type="checkbox" checked={picked.allOnPage} onChange={picked.toggleAll} />
              <span role="status">{m.selected({ count: picked.count })}</span>
            </label>
            <Button variant="default" leftSection={<IconTrash size={16} />} onClick={() => setDeleting(picked.rows)}>
              {m.delete}
            </Button>
            <Button variant="subtle" color="gray" onClick={picked.clear}>
              {m.clearSelection}
            </Button>
          </div>
        )}
      </div>
      {files.error && files.data && (
        <div className={page.stale}>
          <Notice kind="warn" title={m.filesFailed}>
            {explain(files.error, t)}
          </Notice>
        </div>
      )}
      <div
        className={css.body}
        aria-busy={mounted && files.isFetching}
        data-stale={files.isPlaceholderData || undefined}
      >
        {instead ?? (view === 'grid' ? <MediaGrid {...shown} /> : <MediaList {...shown} />)}
      </div>
      {!instead && <Pager list={list} answer={files.data} waiting={files.isPlaceholderData} />}
      {over && (
        <div className={css.over} aria-hidden>
          <IconUpload size={36} stroke={1.5} />
          <b>{m.dropTitle}</b>
          <span>{m.dropText(kinds)}</span>
        </div>
      )}
      {opened && (
        <MediaDrawer
          key={opened.id}
          orgId={orgId}
          file={opened}
          onDelete={(file) => setDeleting([file])}
          onClose={() => setOpened(undefined)}
        />
      )}
      {deleting && (
        <DeleteDialog
          orgId={orgId}
          files={deleting}
          onDeleted={(ids) => {
            picked.drop(ids)
            if (opened && ids.includes(opened.id)) setOpened(undefined)
          }}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </Page>
  )
}
