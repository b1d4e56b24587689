'use client'

import { Button, Modal } from '@mantine/core'
import { answerLeave } from '@/lib/client/editing/use-unsaved'
import { useEditingMessages } from '@/lib/client/messages/areas/editing'
import css from './sign-in-again.module.css'

/** Asks before unsaved changes are left behind. Staying is what Enter, Escape and a click beside it do. */
export function LeaveDialog() {
  const m = useEditingMessages()
  return (
    <Modal opened onClose={() => answerLeave(false)} withCloseButton={false} title={m.leaveTitle} size={420}>
      <div className={css.form}>
        <p>{m.leaveText}</p>
        <div className={css.foot}>
          <Button variant="subtle" color="red" onClick={() => answerLeave(true)}>
            {m.leave}
          </Button>
          <Button data-autofocus onClick={() => answerLeave(false)}>
            {m.stay}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
