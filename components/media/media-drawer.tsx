'use client'

import { Button, Drawer } from '@mantine/core'
import { IconCopy, IconDownload, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { Facts } from '@/components/ui/facts'
import { explain, Failure, statusOf } from '@/components/ui/failure'
import layout from '@/components/ui/form.module.css'
import { MessagePage } from '@/components/ui/message-page'
import { RelativeTime } from '@/components/ui/time'
import {
  type Attachment,
  attachmentQuery,
  attachmentsKey,
  fileAddress,
  formatBytes,
  patchAttachment,
  thumbnailAddress,
  typeName,
} from '@/lib/client/attachments'
import { copyText } from '@/lib/client/clipboard'
import { useMediaMessages } from '@/lib/client/messages/areas/media'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import css from './media-drawer.module.css'
import { MediaName } from './media-name'
import { MediaUsage } from './media-usage'
import { ReplaceFile } from './replace-file'
import { Thumb } from './thumb'
import thumb from './thumb.module.css'
import { useNameOf } from './use-name-of'

type Props = {
  orgId: string
  /** As it stood in the list; shown until it is read anew. */
  file: Attachment
  onDelete: (file: Attachment) => void
  onClose: () => void
}

/** Everything about one file, and what can be done with it. */
export function MediaDrawer({ orgId, file: listed, onDelete, onClose }: Props) {
  const { locale, messages: t } = useLanguage()
  const m = useMediaMessages()
  const nameOf = useNameOf()
  const queryClient = useQueryClient()
  const { organization } = useCurrentOrganization()
  const timeZone = organization?.timeZone ?? 'UTC'
  const read = useQuery(attachmentQuery(orgId, listed.id))
  const file = read.data?.data ?? listed
  const change = useMutation({
    mutationFn: (patch: { name?: string; isPublic?: boolean }) =>
      patchAttachment(orgId, listed.id, read.data?.etag ?? null, patch),
    onSuccess(answer, patch) {
      queryClient.setQueryData(attachmentQuery(orgId, listed.id).queryKey, answer)
      void queryClient.invalidateQueries({ queryKey: attachmentsKey(orgId) })
      showToast({ kind: 'done', title: patch.name === undefined ? m.accessChanged : m.renamed })
    },
    onError(error) {
      showToast({ kind: 'failed', title: t.toast.failed, text: explain(error, t) })
      void read.refetch()
    },
  })
  const isImage = file.type.startsWith('image/')
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={460}
      title={m.details}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      {statusOf(read.error) === 404 ? (
        <MessagePage title={m.gone} />
      ) : read.error && !read.data ? (
        <Failure title={m.detailsFailed} error={read.error} onRetry={() => read.refetch()} />
      ) : (
        <div className={css.drawer}>
          <div className={`${thumb.frame} ${css.preview}`}>
            {isImage ? (
              <img
                src={thumbnailAddress(file.url, 960)}
                alt={nameOf(file)}
                width={file.width ?? undefined}
                height={file.height ?? undefined}
                decoding="async"
              />
            ) : (
              <Thumb file={file} width={320} />
            )}
          </div>
          <MediaName
            name={file.name}
            shown={nameOf(file)}
            busy={change.isPending}
            onSave={(name) => change.mutateAsync({ name })}
          />
          <div className={layout.acts}>
            <Button
              variant="default"
              leftSection={<IconCopy size={16} />}
              onClick={async () => {
                if (await copyText(file.url)) showToast({ kind: 'done', title: m.addressCopied })
              }}
            >
              {m.copyAddress}
            </Button>
            <Button
              component="a"
              variant="default"
              leftSection={<IconDownload size={16} />}
              href={fileAddress(file.url)}
              download={nameOf(file)}
            >
              {m.download}
            </Button>
          </div>
          <Facts
            className="od-number"
            rows={[
              [m.type, typeName(file.type)],
              [m.dimensions, file.width && file.height && m.pixels({ width: file.width, height: file.height })],
              [m.fileSize, formatBytes(locale, file.size)],
              [m.by, file.uploadedBy.name || t.app.none],
              [m.when, <RelativeTime key="when" iso={file.createdAt} timeZone={timeZone} />],
              [
                m.changed,
                file.updatedAt !== file.createdAt && (
                  <RelativeTime key="changed" iso={file.updatedAt} timeZone={timeZone} />
                ),
              ],
              [
                m.access,
                <span key="access">
                  {file.isPublic ? m.public : m.private}{' '}
                  <button
                    type="button"
                    className="od-link"
                    disabled={change.isPending}
                    onClick={() => change.mutate({ isPublic: !file.isPublic })}
                  >
                    {file.isPublic ? m.makePrivate : m.makePublic}
                  </button>
                </span>,
              ],
            ]}
          />
          <MediaUsage orgId={orgId} id={file.id} />
          <ReplaceFile orgId={orgId} file={file} />
          <div className={css.foot}>
            <Button variant="subtle" color="red" leftSection={<IconTrash size={16} />} onClick={() => onDelete(file)}>
              {m.delete}
            </Button>
          </div>
        </div>
      )}
    </Drawer>
  )
}
