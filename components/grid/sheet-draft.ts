import type { CellValue } from './columns'
import { isCellDirty, isDirty, type Sheet } from './sheet'

type Values = Record<string, CellValue>

/** Unsaved work as plain data, by column key, so that it outlives the page. */
export type SheetDraft = { changed: Record<string, Values>; added: Values[]; removed: string[] }

export function takeDraft(sheet: Sheet): SheetDraft {
  const draft: SheetDraft = { changed: {}, added: [], removed: [] }
  const named = (cells: readonly CellValue[], which: (column: number) => boolean): Values =>
    Object.fromEntries(
      sheet.columns.flatMap(({ key, readOnly }, i) => (readOnly || !which(i) ? [] : [[key, cells[i]!]])),
    )
  for (const row of sheet.rows) {
    if (!isDirty(row)) continue
    if (row.removed) draft.removed.push(row.key)
    else if (row.stored === null) draft.added.push(named(row.cells, () => true))
    else draft.changed[row.key] = named(row.cells, (column) => isCellDirty(row, column))
  }
  return draft
}

/** Puts unsaved work of an earlier visit back, on top of `blank` for new rows; rows that are gone since are left out. */
export function restoreDraft(sheet: Sheet, { changed, added, removed }: SheetDraft, blank: readonly CellValue[]) {
  sheet.edit(
    Object.entries(changed).flatMap(([key, values]) =>
      Object.entries(values).map(([name, value]) => ({
        row: sheet.placeOf(key),
        column: sheet.columns.findIndex((column) => column.key === name),
        value,
      })),
    ),
  )
  const onTop = (values: Values) => blank.map((value, i) => values[sheet.columns[i]!.key] ?? value)
  if (added.length > 0) sheet.add(added.map(onTop))
  sheet.remove(removed)
}
