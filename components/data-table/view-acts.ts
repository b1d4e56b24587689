'use client'

import { useQueryClient } from '@tanstack/react-query'
import { explain, requestIdOf } from '@/components/ui/failure'
import { goShallow, type ListUrl } from '@/lib/client/list-url'
import { useViewMessages } from '@/lib/client/messages/areas/views'
import { useMessages } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import {
  createView,
  deleteView,
  patchView,
  type SavedView,
  toViewState,
  type ViewPatch,
  viewsKey,
} from '@/lib/client/views'
import type { ViewedList } from '@/lib/resources/viewed-lists'

export type Saving = { orgId: string; list: ViewedList; mayShare: boolean; userId?: string }

/** What can be done to saved views; each tells its failure in a message and answers whether it was done. */
export function useViewActs({ orgId, list: name }: Saving, list: ListUrl) {
  const t = useMessages()
  const m = useViewMessages()
  const queryClient = useQueryClient()
  const queryKey = viewsKey(orgId, name)
  const views = () => queryClient.getQueryData<SavedView[]>(queryKey) ?? []

  const attempt = async (act: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act()
      return true
    } catch (error) {
      showToast({ kind: 'failed', title: m.failed, text: explain(error, t), requestId: requestIdOf(error) })
      return false
    } finally {
      // The others of its kind may have moved, or lost their place as the first to open.
      await queryClient.invalidateQueries({ queryKey })
    }
  }
  /** Shown at once: what follows builds on the view being among the known ones. */
  const put = (view: SavedView) =>
    queryClient.setQueryData<SavedView[]>(queryKey, (all = []) =>
      all.some(({ id }) => id === view.id) ? all.map((each) => (each.id === view.id ? view : each)) : [...all, view],
    )
  return {
    create: (given: { name: string; scope: SavedView['scope']; isDefault: boolean }) =>
      attempt(async () => {
        const view = await createView(orgId, { ...given, list: name, state: toViewState(list.state) })
        put(view)
        goShallow(`?view=${view.id}`)
        showToast({ kind: 'done', title: m.created({ name: view.name }) })
      }),
    save: (view: SavedView) =>
      attempt(async () => {
        const before = view.state
        put(await patchView(orgId, view.id, { state: toViewState(list.state) }))
        goShallow(`?view=${view.id}`, 'replace')
        showToast({
          kind: 'done',
          title: m.saved({ name: view.name }),
          undo: () => void attempt(async () => put(await patchView(orgId, view.id, { state: before }))),
        })
      }),
    change: (view: SavedView, patch: ViewPatch, said?: string) =>
      attempt(async () => {
        put(await patchView(orgId, view.id, patch))
        if (said) showToast({ kind: 'done', title: said })
      }),
    remove: (view: SavedView) =>
      attempt(async () => {
        await deleteView(orgId, view.id)
        goShallow(list.viewHref(''))
        queryClient.setQueryData<SavedView[]>(
          queryKey,
          views().filter(({ id }) => id !== view.id),
        )
        const { name: called, scope, isDefault, position, state } = view
        showToast({
          kind: 'done',
          title: m.removed({ name: called }),
          undo: () =>
            void attempt(async () => {
              put(await createView(orgId, { list: name, name: called, scope, isDefault, position, state }))
            }),
        })
      }),
    move: (view: SavedView, step: -1 | 1) =>
      attempt(() => patchView(orgId, view.id, { position: Math.max(0, view.position + step) })),
  }
}
