'use client'

import { Button, Textarea } from '@mantine/core'
import { IconCheck, IconCopy, IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { copyText } from '@/lib/client/clipboard'
import { ask, type RawAnswer } from './caller'
import { useCaller } from './caller-bar'
import css from './docs.module.css'
import { type GuideExample, queryStringOf } from './read-guide'

const kindOf = (status: number) => (status < 300 ? 'good' : 'bad')

function Result({ answer }: { answer: RawAnswer }) {
  const total = (answer.body as { total?: number } | null)?.total
  return (
    <div className={css.result} role="status">
      <p className={css.facts}>
        <span data-kind={kindOf(answer.status)} className={css.status}>
          {answer.status}
        </span>
        {total !== undefined && <span>{total.toLocaleString('en')} in all</span>}
        <span>{Math.round(answer.milliseconds)} ms</span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a mouse. */}
      <pre className={css.json} tabIndex={0}>
        {typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body, null, 2)}
      </pre>
    </div>
  )
}

/** A request to run as it is or changed; its answer appears below. */
export function Example({ list, parameters, refused }: GuideExample) {
  const { token, place } = useCaller()
  const [text, setText] = useState(parameters)
  const [answer, setAnswer] = useState<RawAnswer>()
  const [busy, setBusy] = useState(false)
  const [copied, setCopied] = useState(false)
  const base = list === 'products' ? '/products' : place?.path
  const shown = base ?? '/orgs/{orgId}/orders'
  const query = queryStringOf(text)

  async function run() {
    if (!base) return
    setBusy(true)
    const unreachable = { status: 0, milliseconds: 0, body: 'The server could not be reached.' }
    setAnswer(await ask(`${base}?${query}`, token).catch(() => unreachable))
    setBusy(false)
  }

  async function copy() {
    setCopied(await copyText(`${window.location.origin}/api${shown}?${query}`))
    setTimeout(() => setCopied(false), 1_500)
  }

  return (
    <div className={css.example}>
      <div className={css.request}>
        <span className={css.method}>GET</span>
        <code className={css.path}>/api{shown}</code>
        {refused && <span className={css.refused}>answers 400</span>}
        <Button
          variant="subtle"
          size="compact-sm"
          color="gray"
          onClick={copy}
          leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
        >
          {copied ? 'Copied' : 'Copy address'}
        </Button>
        <Button
          size="compact-sm"
          loading={busy}
          disabled={!base}
          onClick={run}
          leftSection={<IconPlayerPlay size={14} />}
        >
          Run
        </Button>
      </div>
      <Textarea
        aria-label={`Parameters of ${shown}, one to a line`}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void run()
        }}
        autosize
        minRows={1}
        spellCheck={false}
        variant="unstyled"
        classNames={{ input: css.parameters }}
      />
      {answer && <Result answer={answer} />}
    </div>
  )
}
