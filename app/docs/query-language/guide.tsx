import type { ReactNode } from 'react'
import { operatorsByType } from '@/lib/query/check'
import { resourceNamed } from '@/lib/resources/registry'
import css from './docs.module.css'
import { Example } from './example'
import type { Block } from './read-guide'

/** `code` and *stress* in a line of text. */
function Inline({ text }: { text: string }) {
  return text.split(/(`[^`]*`|\*[^*]+\*)/).map((part, i) => {
    // The parts of one text never change places.
    const key = `${i} ${part}`
    if (part.startsWith('`')) return <code key={key}>{part.slice(1, -1)}</code>
    if (part.length > 2 && part.startsWith('*')) return <em key={key}>{part.slice(1, -1)}</em>
    return part
  })
}

function Fields({ resource }: { resource: string }) {
  const { fields, lists, aliases } = resourceNamed(resource)
  const aliasesOf = (path: string) => Object.keys(aliases).filter((alias) => aliases[alias] === path)
  const inList = (path: string) => lists.some((list) => path === list || path.startsWith(`${list}.`))
  const rows = Object.entries(fields).filter(([, field]) => field.filterable !== false)
  return (
    <Table
      head={['property', 'type', 'operators', 'sort']}
      rows={rows.map(([path, field]) => [
        [field.type === 'open' ? `${path}.…` : path, ...aliasesOf(path)].map((name) => `\`${name}\``).join(' '),
        field.values ? field.values.map((value) => `\`${value}\``).join(' ') : field.type,
        operatorsByType[field.type].map((operator) => `\`${operator}\``).join(' '),
        field.sortable !== false && !inList(path) && field.type !== 'open' && field.type !== 'any' ? 'yes' : '',
      ])}
    />
  )
}

function Table({ head, rows }: { head: string[]; rows: string[][] }) {
  return (
    <div className={css.tableFrame}>
      <table className={css.table}>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, column) => (
                <td key={head[column]}>
                  <Inline text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Part({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level}` as 'h1' | 'h2' | 'h3'
      return <Heading id={block.id}>{block.text}</Heading>
    }
    case 'text':
      return (
        <p>
          <Inline text={block.text} />
        </p>
      )
    case 'table':
      return <Table head={block.head} rows={block.rows} />
    case 'code':
      return <pre className={css.code}>{block.text}</pre>
    case 'example':
      return <Example list={block.list} parameters={block.parameters} refused={block.refused} />
    case 'fields':
      return <Fields resource={block.resource} />
  }
}

/** The guide, with who runs its examples below the introduction. */
export function Guide({ blocks, callerBar }: { blocks: Block[]; callerBar: ReactNode }) {
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.level === 2)
  const show = (list: Block[], from: number) => list.map((block, i) => <Part key={`${from + i}`} block={block} />)
  return (
    <>
      {show(blocks.slice(0, start), 0)}
      {callerBar}
      {show(blocks.slice(start), start)}
    </>
  )
}

/** What the guide has, at its side. */
export function Contents({ blocks }: { blocks: Block[] }) {
  const headings = blocks.filter((block) => block.kind === 'heading').filter(({ level }) => level > 1)
  return (
    <nav className={css.contents} aria-label="On this page">
      <ul>
        {headings.map(({ id, text, level }) => (
          <li key={id} data-level={level}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
