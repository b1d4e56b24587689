/**
 * What the goods look like: a few shapes each on a field of 400 by 400, drawn by hand for this demo. `a` is the main
 * colour, `b` its shade, `c` its light; they are replaced when a picture is made.
 */
const bowl =
  '<path d="M80 190h240c0 80-50 130-120 130S80 270 80 190z" fill="a"/><path d="M150 316h100v22H150z" fill="b"/>'
const leaf =
  '<path d="M200 130c50 10 70 60 50 110-50-10-70-60-50-110z" fill="b"/><path d="M204 150l40 84" stroke="c" stroke-width="5"/>'
const bag = (sign: string) =>
  `<path d="M120 120h160l14 220H106z" fill="a"/><path d="M120 120h160v-30H120z" fill="b"/><rect x="140" y="170" width="120" height="120" rx="8" fill="c"/>${sign}`
const shortSleeves = '<path d="M150 100c10 30 90 30 100 0l50 22 24 66-40 14v138H116V202l-40-14 24-66z" fill="a"/>'
const longSleeves =
  '<path d="M150 100c10 30 90 30 100 0l50 22 34 170-44 10-20-90v128H130V212l-20 90-44-10 34-170z" fill="a"/>'
const steam =
  '<path d="M170 120c-16-24 16-34 0-60M230 120c-16-24 16-34 0-60" stroke="c" stroke-width="9" fill="none" stroke-linecap="round"/>'
const stripes = (top: number, count: number, gap: number) =>
  Array.from({ length: count }, (_, i) => `<path d="M110 ${top + i * gap}h180" stroke="c" stroke-width="8"/>`).join('')

export const pictures: Readonly<Record<string, string>> = {
  IRN: '<path d="M120 130c40-70 120-70 160 0" stroke="b" stroke-width="14" fill="none"/><path d="M90 210c0-50 220-50 220 0 0 70-40 110-110 110S90 280 90 210z" fill="a"/><path d="M306 210l46-34-20 80z" fill="b"/><ellipse cx="200" cy="176" rx="56" ry="14" fill="b"/><circle cx="200" cy="156" r="13" fill="b"/>',
  CLP: '<path d="M70 210h260c0 70-50 110-130 110S70 280 70 210z" fill="a"/><path d="M90 196c10-60 210-60 220 0z" fill="b"/><circle cx="200" cy="138" r="18" fill="b"/><path d="M50 214h34v22H50zM316 214h34v22h-34z" fill="b"/>',
  PAN: '<circle cx="170" cy="210" r="112" fill="a"/><circle cx="170" cy="210" r="84" fill="b"/><path d="M252 132l106-72 16 24-106 74z" fill="b"/><circle cx="140" cy="180" r="18" fill="c" opacity=".5"/>',
  KNF: '<path d="M60 180h210v54c-60 26-150 20-210-54z" fill="c"/><path d="M60 180h210v14H74z" fill="b"/><path d="M270 172h84a14 14 0 0 1 14 14v24a14 14 0 0 1-14 14h-84z" fill="a"/>',
  WST: '<path d="M80 160l200-30 50 40v80l-200 34-50-44z" fill="a"/><path d="M80 160l50 44v80l-50-44z" fill="b"/><path d="M80 160l200-30 50 40-200 34z" fill="c"/>',
  RBW: `${bowl}<path d="M100 190c10-70 190-70 200 0z" fill="c"/>`,
  NBW: `${bowl}<path d="M96 190c30-26 60 14 104-8s80 18 104 8z" fill="c"/><path d="M230 60l60 128M262 52l44 136" stroke="b" stroke-width="9" stroke-linecap="round"/>`,
  PLT: '<ellipse cx="200" cy="210" rx="146" ry="120" fill="a"/><ellipse cx="200" cy="210" rx="100" ry="80" fill="c"/><path d="M150 230c30-60 70-60 100 0" stroke="b" stroke-width="10" fill="none"/>',
  TPT: '<path d="M110 230c0-56 180-56 180 0 0 60-30 90-90 90s-90-30-90-90z" fill="a"/><path d="M284 222l66-50 8 22-60 74z" fill="b"/><path d="M60 176l66 40-10 26-66-40z" fill="b"/><path d="M140 186h120v-12H140z" fill="b"/><circle cx="200" cy="164" r="12" fill="b"/>',
  CUP: `<path d="M130 150h140v120c0 44-24 62-70 62s-70-18-70-62z" fill="a"/><path d="M130 190h140v40H130z" fill="c" opacity=".7"/>${steam}`,
  CHP: '<path d="M150 60l20 280h12L182 60zM230 60l-6 280h12l26-280z" fill="a"/><path d="M150 60l4 60h28V60zM230 60v60h26l6-60z" fill="b"/>',
  BNT: '<rect x="70" y="140" width="260" height="150" rx="56" fill="a"/><path d="M200 140v150M200 214h130" stroke="b" stroke-width="9"/><circle cx="134" cy="214" r="26" fill="c"/><circle cx="134" cy="214" r="9" fill="b"/><path d="M222 166h84v26h-84z" fill="c"/>',
  CNT: '<rect x="130" y="150" width="140" height="180" rx="16" fill="a"/><rect x="122" y="110" width="156" height="52" rx="12" fill="b"/><rect x="154" y="206" width="92" height="62" rx="6" fill="c"/>',
  TNG: `<rect x="110" y="70" width="180" height="260" fill="a"/>${stripes(110, 6, 38)}`,
  TWL: '<rect x="80" y="200" width="240" height="50" rx="22" fill="a"/><rect x="90" y="146" width="220" height="50" rx="22" fill="b"/><rect x="80" y="254" width="240" height="50" rx="22" fill="c"/><path d="M290 206v40" stroke="c" stroke-width="8"/>',
  BED: '<rect x="70" y="140" width="260" height="140" rx="46" fill="a"/><path d="M96 164c60 30 148 30 208 0M96 256c60-30 148-30 208 0" stroke="c" stroke-width="8" fill="none"/>',
  CSH: '<path d="M90 110c70 16 150 16 220 0-16 70-16 120 0 190-70-16-150-16-220 0 16-70 16-120 0-190z" fill="a"/><circle cx="200" cy="205" r="14" fill="b"/><path d="M200 219v40" stroke="b" stroke-width="7"/>',
  LMP: '<path d="M140 90h120l20 150H120z" fill="c"/><path d="M140 90l-20 150M200 90v150M260 90l20 150M120 240h160" stroke="a" stroke-width="9"/><path d="M188 240h24v66h-24z" fill="b"/><rect x="130" y="306" width="140" height="20" rx="8" fill="a"/>',
  INC: '<path d="M120 300l120-190" stroke="b" stroke-width="9"/><path d="M80 300h240l-24 34H104z" fill="a"/><path d="M244 104c-20-20 24-30 0-56" stroke="c" stroke-width="9" fill="none" stroke-linecap="round"/><circle cx="241" cy="108" r="9" fill="c"/>',
  CDL: '<rect x="150" y="160" width="100" height="170" rx="12" fill="a"/><path d="M150 186c30 20 70-20 100 0v-14a12 12 0 0 0-12-12h-76a12 12 0 0 0-12 12z" fill="b"/><path d="M200 70c30 36 24 64 0 76-24-12-30-40 0-76z" fill="c"/>',
  TSH: shortSleeves,
  LTS: longSleeves,
  SHR: `${shortSleeves}<path d="M200 124v216" stroke="b" stroke-width="7"/><circle cx="200" cy="180" r="6" fill="c"/><circle cx="200" cy="230" r="6" fill="c"/><circle cx="200" cy="280" r="6" fill="c"/>`,
  JKT: `${longSleeves}<path d="M160 112l40 60 40-60v228h-80z" fill="c"/><path d="M160 112v228M240 112v228" stroke="b" stroke-width="12"/>`,
  TOT: '<path d="M150 160c0-90 100-90 100 0" stroke="b" stroke-width="14" fill="none"/><path d="M104 160h192l-14 176H118z" fill="a"/><path d="M108 190h184" stroke="c" stroke-width="8"/>',
  BPK: '<path d="M160 110c0-50 80-50 80 0" stroke="b" stroke-width="13" fill="none"/><path d="M112 170c0-80 176-80 176 0v140a24 24 0 0 1-24 24H136a24 24 0 0 1-24-24z" fill="a"/><rect x="144" y="220" width="112" height="84" rx="14" fill="b"/><path d="M144 246h112" stroke="c" stroke-width="7"/>',
  SCK: '<path d="M150 70h80v150l70 50c26 20 10 62-26 62-20 0-40-10-60-24l-64-46z" fill="a"/><path d="M150 70h80v34h-80z" fill="b"/><path d="M290 262l-40 62" stroke="c" stroke-width="9"/>',
  HAT: '<ellipse cx="200" cy="250" rx="150" ry="44" fill="b"/><path d="M120 240c0-130 160-130 160 0-40 20-120 20-160 0z" fill="a"/><path d="M120 240c40 20 120 20 160 0v-26c-40 20-120 20-160 0z" fill="c"/>',
  SNC: bag(leaf),
  MTC: `${bowl}<path d="M110 190c20-16 160-16 180 0-20 16-160 16-180 0z" fill="c"/><path d="M186 60h28l14 110h-56z" fill="b"/>`,
  CFE: bag(
    '<ellipse cx="200" cy="230" rx="34" ry="46" fill="b"/><path d="M200 186c-16 30 16 58 0 88" stroke="c" stroke-width="7" fill="none"/>',
  ),
  SWT: '<rect x="84" y="200" width="232" height="110" rx="12" fill="b"/><circle cx="140" cy="196" r="44" fill="a"/><circle cx="214" cy="186" r="44" fill="c"/><circle cx="276" cy="200" r="36" fill="a"/><path d="M84 230h232v70a10 10 0 0 1-10 10H94a10 10 0 0 1-10-10z" fill="b"/>',
  NTB: `<rect x="100" y="70" width="200" height="260" rx="10" fill="a"/><path d="M134 70v260" stroke="b" stroke-width="10"/><rect x="164" y="120" width="104" height="56" fill="c"/><path d="M118 110h32M118 160h32M118 210h32M118 260h32" stroke="c" stroke-width="6"/>`,
  PEN: '<path d="M90 310l20-70 150-150 50 50-150 150z" fill="a"/><path d="M90 310l20-70 50 50z" fill="c"/><path d="M90 310l40-40" stroke="b" stroke-width="6"/><path d="M230 120l50 50 30-30-50-50z" fill="b"/>',
  GFT: '<rect x="70" y="130" width="260" height="160" rx="16" fill="a"/><path d="M140 130v160" stroke="c" stroke-width="16"/><path d="M140 196c-60-50-60 20 0 0 60-50 60 20 0 0z" fill="b"/><path d="M190 250h110" stroke="c" stroke-width="8"/>',
}

/** Field, main colour, shade and light, in the order of the first values of the axis `color`. */
export const palettes: readonly (readonly [field: string, a: string, b: string, c: string])[] = [
  ['#f3efe6', '#c9b18a', '#8d7350', '#fbf6ea'],
  ['#e6ecf4', '#33558c', '#1d345c', '#b9cbe6'],
  ['#eceae6', '#4a4744', '#232120', '#a8a29a'],
  ['#f8e9e4', '#c8452f', '#8a2a1b', '#f2bba9'],
  ['#eaf1e3', '#6f8f4e', '#46602d', '#cddfb6'],
]

/** Edge of a picture, pixels. */
export const edge = 480

/** A picture as SVG. */
export function pictureOf(code: string, palette: number): string {
  const [field, a, b, c] = palettes[palette % palettes.length]!
  const colours: Record<string, string> = { a, b, c }
  const shapes = pictures[code]!.replace(/(fill|stroke)="([abc])"/g, (_, use, name) => `${use}="${colours[name]}"`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${edge}" height="${edge}" viewBox="0 0 400 400"><rect width="400" height="400" fill="${field}"/><ellipse cx="200" cy="346" rx="130" ry="14" fill="${b}" opacity=".15"/>${shapes}</svg>`
}
