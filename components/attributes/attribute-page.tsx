'use client'

import { ActionIcon, Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { NoPermission } from '@/components/data-table/list-empty'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { DraftNotice } from '@/components/ui/draft-notice'
import { explain, Failure, statusOf } from '@/components/ui/failure'
import { MessagePage } from '@/components/ui/message-page'
import { Notice } from '@/components/ui/notice'
import { Identity, Page, PageBar } from '@/components/ui/page'
import page from '@/components/ui/page.module.css'
import { SaveBar } from '@/components/ui/save-bar'
import { Section } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import { Waiting } from '@/components/ui/waiting'
import type { Tagged } from '@/lib/client/api'
import { type Attribute, attributeImpactQuery, attributeQuery } from '@/lib/client/attributes'
import { useAttributeMessages } from '@/lib/client/messages/areas/attributes'
import { useMessages } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import { AttributeFacts } from './attribute-facts'
import { AttributeForm } from './attribute-form'
import { useAttributeForm } from './use-attribute-form'

const HistoryTab = dynamic(() => import('@/components/history/history-tab').then((module) => module.HistoryTab))
const DeleteAttributeDialog = dynamic(() => import('./delete-dialog').then((module) => module.DeleteAttributeDialog), {
  ssr: false,
})

const listPath = '/admin/attributes'

/** One attribute, or with null a new one. */
export function AttributePage({ id }: { id: string | null }) {
  const t = useMessages()
  const m = useAttributeMessages()
  const { me } = useCurrentOrganization()
  const attribute = useQuery({ ...attributeQuery(id ?? ''), enabled: id !== null })
  const back = useSearchParams().get('list')
  const backPath = back ? `${listPath}?${back}` : listPath
  const title = id === null ? m.createTitle : (attribute.data?.data.name ?? '')
  return (
    <Page title={[title, m.title]}>
      <PageBar back={{ href: backPath, label: m.back }} />
      {id === null ? (
        me?.isSystemAdmin === false ? (
          <NoPermission />
        ) : (
          <Editor attribute={undefined} backPath={backPath} onReload={() => undefined} />
        )
      ) : statusOf(attribute.error) === 404 ? (
        <MessagePage title={m.gone} text={m.goneText} />
      ) : attribute.error && !attribute.data ? (
        <Failure title={m.failed} error={attribute.error} onRetry={() => attribute.refetch()} />
      ) : !attribute.data || !me ? (
        <div className={page.column} role="status" aria-label={t.app.loading}>
          <Waiting widths={[24, 52, 52, 52]} height={32} />
        </div>
      ) : me.isSystemAdmin ? (
        <Editor key={id} attribute={attribute.data} backPath={backPath} onReload={() => void attribute.refetch()} />
      ) : (
        <div className={page.body}>
          <Identity ruled title={title} />
          <AttributeFacts attribute={attribute.data.data} />
        </div>
      )}
    </Page>
  )
}

type EditorProps = { attribute: Tagged<Attribute> | undefined; backPath: string; onReload: () => void }

function Editor({ attribute, backPath, onReload }: EditorProps) {
  const t = useMessages()
  const m = useAttributeMessages()
  const router = useRouter()
  const form = useAttributeForm(attribute)
  const [tab, setTab] = useState<'details' | 'history'>('details')
  const [deleting, setDeleting] = useState(false)
  const id = attribute?.data.id
  const impact = useQuery({ ...attributeImpactQuery(id ?? ''), enabled: id !== undefined })
  const save = async () => {
    const saved = await form.save()
    if (!saved) return
    showToast({ kind: 'done', title: (attribute ? m.saved : m.created)({ name: saved.name }) })
    if (!attribute) router.replace(`${listPath}/${saved.id}`)
  }
  return (
    <form
      className={page.body}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        const isSave = (event.ctrlKey || event.metaKey) && (event.key === 's' || event.key === 'Enter')
        if (!isSave || event.nativeEvent.isComposing) return
        event.preventDefault()
        void save()
      }}
    >
      <Identity title={attribute ? attribute.data.name : m.createTitle} ruled={!attribute}>
        {attribute && (
          <ActionIcon color="red" aria-label={m.delete} title={m.delete} onClick={() => setDeleting(true)}>
            <IconTrash size={18} />
          </ActionIcon>
        )}
      </Identity>
      {attribute && <Tabs label={attribute.data.name} tabs={m.tabs} shown={tab} onShow={setTab} />}
      {tab === 'history' && id ? (
        <div className={page.column}>
          <Section>
            <HistoryTab entityType="attribute" entityId={id} />
          </Section>
        </div>
      ) : (
        <>
          <div className={page.notices}>
            <DraftNotice draft={form.draft} base={form.base} onRestore={form.restore} />
            {form.failure !== undefined && (
              <Notice
                kind="bad"
                title={form.isStale ? m.stale : t.toast.failed}
                actions={
                  form.isStale && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => {
                        form.discard()
                        onReload()
                      }}
                    >
                      {m.takeTheirs}
                    </Button>
                  )
                }
              >
                {form.isStale ? m.staleText : explain(form.failure, t)}
              </Notice>
            )}
          </div>
          <div className={page.column}>
            <AttributeForm
              fields={form.fields}
              problems={form.problems}
              used={impact.data?.numberOfProducts}
              onChange={form.set}
            />
          </div>
          <SaveBar>
            <Button type="submit" disabled={!form.dirty} loading={form.busy} title="Ctrl/⌘ S">
              {attribute ? t.app.save : m.make}
            </Button>
            {form.dirty && (
              <>
                <Button variant="default" onClick={form.discard}>
                  {m.discard}
                </Button>
                <span className="od-muted">{m.changes}</span>
              </>
            )}
          </SaveBar>
        </>
      )}
      {deleting && attribute && (
        <DeleteAttributeDialog
          attribute={attribute}
          onClose={() => setDeleting(false)}
          onDeleted={() => router.push(backPath)}
        />
      )}
    </form>
  )
}
