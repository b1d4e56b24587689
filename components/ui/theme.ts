import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorResolverResult,
  type VariantColorsResolverInput,
} from '@mantine/core'

/** The one colour of what can be acted on. Shade 8 on white and 4 on the dark surface both pass 4.5 : 1. */
const petrol: MantineColorsTuple = [
  '#e9f5f6',
  '#d3e9eb',
  '#a8d6da',
  '#7ac3c9',
  '#56c2cb',
  '#2b98a2',
  '#178089',
  '#0f727c',
  '#0b6670',
  '#07515a',
]

const gray: MantineColorsTuple = [
  '#f7f9f9',
  '#f0f3f3',
  '#e3e7e7',
  '#d2d9d9',
  '#b7c1c1',
  '#8b9898',
  '#647171',
  '#4d5959',
  '#333d3d',
  '#17201f',
]

const dark: MantineColorsTuple = [
  '#dfe6e6',
  '#c0caca',
  '#9aa8a8',
  '#879595',
  '#3a4546',
  '#2a3334',
  '#1c2324',
  '#131819',
  '#0e1213',
  '#090c0d',
]

const red: MantineColorsTuple = [
  '#fdecea',
  '#fad4d0',
  '#f4a9a2',
  '#f08a80',
  '#ef7b70',
  '#dd5246',
  '#cc3a2e',
  '#b93126',
  '#a8281e',
  '#861d15',
]

const subtle: Record<string, { color: string; hover: string }> = {
  petrol: { color: 'var(--od-accent)', hover: 'var(--od-accent-soft)' },
  gray: { color: 'var(--od-dim)', hover: 'var(--od-hover)' },
  red: { color: 'var(--od-danger)', hover: 'var(--od-danger-soft)' },
}

/**
 * What is filled is dark on the light theme and bright on the dark one, its words the opposite; what is subtle takes
 * our own inks. Both pass the contrast check, which Mantine's choices do not.
 */
function colorsOf({ variant, color }: VariantColorsResolverInput): Partial<VariantColorResolverResult> {
  if (variant === 'filled') return { color: 'var(--od-on-filled)' }
  return (variant === 'subtle' && subtle[color ?? 'petrol']) || {}
}

/** Mantine under our own tokens (app/globals.css): quiet surfaces, 14 px text, controls of 32 px. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  variantColorResolver: (input) => ({ ...defaultVariantColorsResolver(input), ...colorsOf(input) }),
  colors: { petrol, gray, dark, red },
  black: '#17201f',
  fontFamily: 'var(--od-font)',
  fontFamilyMonospace: 'var(--od-font-mono)',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  radius: { xs: '3px', sm: '5px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: { fontWeight: '620' },
  components: {
    Button: { defaultProps: { size: 'sm' }, classNames: { root: 'od-button' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 32 } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Tooltip: {
      defaultProps: {
        openDelay: 350,
        transitionProps: { duration: 100 },
        events: { hover: true, focus: true, touch: false },
      },
    },
    Popover: { defaultProps: { transitionProps: { duration: 100 }, shadow: 'md' } },
    Modal: { defaultProps: { transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.35 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 150 }, overlayProps: { backgroundOpacity: 0.35 } } },
  },
})

const shared = {
  '--mantine-color-body': 'var(--od-surface)',
  '--mantine-color-text': 'var(--od-text)',
  '--mantine-color-bright': 'var(--od-text)',
  '--mantine-color-dimmed': 'var(--od-dim)',
  '--mantine-color-placeholder': 'var(--od-faint)',
  '--mantine-color-anchor': 'var(--od-accent)',
  '--mantine-color-error': 'var(--od-danger)',
  '--mantine-color-default': 'var(--od-control)',
  '--mantine-color-default-hover': 'var(--od-hover)',
  '--mantine-color-default-color': 'var(--od-text)',
  '--mantine-color-default-border': 'var(--od-line-strong)',
  '--mantine-color-disabled': 'var(--od-sunken)',
  '--mantine-color-disabled-color': 'var(--od-faint)',
  '--mantine-color-disabled-border': 'var(--od-line)',
}

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared })
