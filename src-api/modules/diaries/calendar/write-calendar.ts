/** A diary as an iCalendar object (RFC 5545): with the rules of its time zone, and a history of each change. */

import { wallOf } from '@shared/domain/calendar/zoned-time.ts';
import type { Appointment, AppointmentStatus } from '@shared/domain/diary/appointment.ts';
import ICAL from 'ical.js';
import { tzlib_get_ical_block } from 'timezones-ical-library';

/** Of an hour that is over `kept` and `not-kept` say nothing to a calendar. */
const statuses: Readonly<Record<AppointmentStatus, string>> = {
  booked: 'CONFIRMED',
  kept: 'CONFIRMED',
  'not-kept': 'CONFIRMED',
  cancelled: 'CANCELLED',
};

type Zone = { readonly id: string; readonly component: ICAL.Component };

/** Null: the library does not know its rules, and times are written in UTC. */
const zoneOf = (zone: string): Zone | null => {
  const [block, name] = [tzlib_get_ical_block(zone)].flat();
  if (block === undefined || name === undefined || !block.startsWith('BEGIN:VTIMEZONE'))
    return null;
  const parsed = ICAL.parse(`BEGIN:VCALENDAR\r\n${block}\r\nEND:VCALENDAR`);
  const component = new ICAL.Component(parsed).getFirstSubcomponent('vtimezone');
  return component === null ? null : { id: name.replace('TZID=', ''), component };
};

const stamp = (at: string): ICAL.Time =>
  ICAL.Time.fromDateTimeString(`${new Date(at).toISOString().slice(0, 19)}Z`);

const setTime = (event: ICAL.Component, name: string, at: string, zone: Zone | null): void => {
  if (zone === null) {
    event.addPropertyWithValue(name, stamp(at));
    return;
  }
  const shown = new Date(wallOf(Date.parse(at), zone.id)).toISOString().slice(0, 19);
  const property = new ICAL.Property(name, event);
  property.setParameter('tzid', zone.id);
  property.setValue(ICAL.Time.fromDateTimeString(shown));
  event.addProperty(property);
};

/** As every calendar names it: the same for as long as the appointment is kept. */
export const uidOf = (appointmentId: string): string => `${appointmentId}@parlance`;

const eventOf = (one: Appointment, zone: Zone | null): ICAL.Component => {
  const { lines, postcode, commune } = one.place;
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', uidOf(one.id));
  event.addPropertyWithValue('dtstamp', stamp(one.changedAt));
  event.addPropertyWithValue('last-modified', stamp(one.changedAt));
  event.addPropertyWithValue('sequence', one.sequence);
  event.addPropertyWithValue('status', statuses[one.status]);
  setTime(event, 'dtstart', one.startsAt, zone);
  setTime(event, 'dtend', one.endsAt, zone);
  event.addPropertyWithValue('summary', one.customerName);
  event.addPropertyWithValue('location', [...lines, `${postcode} ${commune}`].join(', '));
  if (one.note !== '') event.addPropertyWithValue('description', one.note);
  return event;
};

export const writeCalendar = (
  name: string,
  zoneName: string,
  appointments: readonly Appointment[],
): string => {
  const zone = zoneOf(zoneName);
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Parlance//Diaries//FR');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('x-wr-calname', name);
  if (zone !== null) calendar.addSubcomponent(zone.component);
  for (const one of appointments) calendar.addSubcomponent(eventOf(one, zone));
  return `${calendar.toString()}\r\n`;
};
