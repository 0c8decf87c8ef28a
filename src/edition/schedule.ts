import type { Newsletter, Weekday } from "../model/publication.ts";
import { type DateTime, readMoment } from "../model/time.ts";

const weekdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

// A scheduled job may come late, and an editor may sit down in the evening for tomorrow: half a day tells the two apart.
const lateHours = 12;

/**
 * The day of an issue at the time its newsletter goes out, in the publication's zone. A time that the clock leaves out in spring is the
 * one an hour later; of a time that comes twice in autumn it is the first.
 */
export function issueMoment(date: string, newsletter: Newsletter, zone: string): DateTime {
  const moment = readMoment(`${date}T${newsletter.schedule.at}`, zone);
  if (moment === null) throw new Error(`An issue's date passed the door but is no date: ${date} ${newsletter.schedule.at}`);
  return moment;
}

/** The day whose issue is due: the newsletter's next, or the one whose time passed less than twelve hours ago. */
export function dueDate(newsletter: Newsletter, asOf: DateTime, zone: string): string {
  const late = asOf.setZone(zone).minus({ hours: lateHours });
  for (let ahead = 0; ; ahead += 1) {
    const date = late.startOf("day").plus({ days: ahead });
    const day = date.toFormat("yyyy-MM-dd");
    if (isDay(newsletter, date) && issueMoment(day, newsletter, zone).toMillis() > late.toMillis()) return day;
  }
}

/** The newsletter's first day after another day. */
export function dayAfter(newsletter: Newsletter, date: string, zone: string): string {
  const start = issueMoment(date, newsletter, zone).startOf("day");
  for (let ahead = 1; ; ahead += 1) {
    const day = start.plus({ days: ahead });
    if (isDay(newsletter, day)) return day.toFormat("yyyy-MM-dd");
  }
}

/** The newsletter's last day before another day. */
export function dayBefore(newsletter: Newsletter, date: string, zone: string): string {
  const start = issueMoment(date, newsletter, zone).startOf("day");
  for (let back = 1; ; back += 1) {
    const day = start.minus({ days: back });
    if (isDay(newsletter, day)) return day.toFormat("yyyy-MM-dd");
  }
}

function isDay(newsletter: Newsletter, day: DateTime): boolean {
  const weekday = weekdays[day.weekday - 1];
  return weekday !== undefined && newsletter.schedule.days.includes(weekday);
}
