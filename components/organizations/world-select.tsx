import { Select } from '@mantine/core'
import { useOrganizationMessages } from '@/lib/client/messages/areas/organizations'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { countries, currencies, timeZones } from '@/lib/client/places-of-the-world'

const choices = { country: countries, currency: currencies, timeZone: () => timeZones() }

type Props = {
  what: keyof typeof choices
  description?: string
  disabled?: boolean
  error?: string
  value: string
  onChange: (value: string) => void
}

/** Chooses a country, a currency or a time zone among all there are. */
export function WorldSelect({ what, onChange, ...rest }: Props) {
  const { locale } = useLanguage()
  const m = useOrganizationMessages()
  return (
    <Select
      {...rest}
      label={m[what]}
      searchable
      allowDeselect={false}
      limit={60}
      nothingFoundMessage={m.nothingFound}
      data={choices[what](locale)}
      onChange={(value) => value && onChange(value)}
    />
  )
}
