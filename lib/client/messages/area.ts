import { useLanguage } from './use-messages'

/**
 * The texts of one area of the screens, in every language, beside each other; they load with the area's first page.
 * The English ones give the shape that the others must have. Answers the hook which reads them.
 */
export function area<Texts>(texts: { en: Texts; ja: NoInfer<Texts> }) {
  const useArea = () => texts[useLanguage().locale]
  useArea.texts = texts
  return useArea
}
