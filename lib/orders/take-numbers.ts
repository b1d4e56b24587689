import { nextNumbers, type Tx } from '@/db'

/** Numbers for the contest and the lines an act may add, because acts are pure and take none themselves. */
export async function takeNumbers(
  tx: Tx,
  { contests, lines }: { contests: number; lines: number },
): Promise<{ contestIds: number[]; lineIds: number[] }> {
  return {
    contestIds: await nextNumbers(tx, 'contest', contests),
    lineIds: await nextNumbers(tx, 'order_line', lines),
  }
}
