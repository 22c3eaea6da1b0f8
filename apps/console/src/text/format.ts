/** Times, durations and numbers as the reader's browser writes them: its zone, the console's language. */
import { useMemo } from "react"
import type { Language } from "./language.ts"
import { useLanguage } from "./texts.tsx"

export interface Format {
  /** "10:43:07" */
  time(moment: number | string | Date): string
  /** The time alone for today, with the date for any other day. */
  moment(moment: number | string | Date, now?: Date): string
  /** Date and time in full. */
  full(moment: number | string | Date): string
  /** With its weekday, GMT: what a certificate says. */
  gmt(moment: number | string | Date): string
  /** Its day alone, GMT. */
  gmtDay(moment: number | string | Date): string
  number(value: number): string
  decimal(value: number, digits: number): string
}

/** `locale` is the console's language in the reader's own region: 24 hours in Britain, 12 in America. */
export function formatFor(locale: string): Format {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "medium" })
  const day = new Intl.DateTimeFormat(locale, { day: "2-digit", month: "short", hour: "2-digit", minute: "2-digit" })
  const full = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "long" })
  const gmt = new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZone: "UTC",
  })
  const gmtDay = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" })
  const number = new Intl.NumberFormat(locale)
  return {
    time: (moment) => time.format(new Date(moment)),
    moment: (moment, now = new Date()) => {
      const date = new Date(moment)
      return date.toDateString() === now.toDateString() ? time.format(date) : day.format(date)
    },
    full: (moment) => full.format(new Date(moment)),
    gmt: (moment) => gmt.format(new Date(moment)),
    gmtDay: (moment) => gmtDay.format(new Date(moment)),
    number: (value) => number.format(value),
    decimal: (value, digits) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
  }
}

export function useFormat(): Format {
  const { language } = useLanguage()
  return useMemo(() => formatFor(localeFor(language, navigator.languages)), [language])
}

export function localeFor(language: Language, wanted: readonly string[]): string {
  return wanted.find((tag) => tag.toLowerCase().startsWith(language)) ?? language
}

/** "4:07", "1:02:33": for durations that tick, the same in every language. */
export function clockDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const two = (value: number) => String(value).padStart(2, "0")
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
