/** Fetches a calendar from its address, as one text. */
import { type Account, type AskCalendar, basicOf } from './ask-calendar.ts';

export type Fetched = { readonly texts: readonly string[] } | { readonly problem: string };

export const fetchCalendar = async (
  ask: AskCalendar,
  address: string,
  as: Account | null,
): Promise<Fetched> => {
  const headers = { accept: 'text/calendar', ...basicOf(as) };
  const answer = await ask({ method: 'GET', address, headers });
  if ('problem' in answer) return answer;
  if (answer.status !== 200) return { problem: `the calendar answered ${answer.status}` };
  return { texts: [answer.text] };
};
