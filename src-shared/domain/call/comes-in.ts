/** What rings here and waits for her: somebody calls, or the switch puts a call of the dialler through. */

type Coming = {
  readonly direction: 'inbound' | 'outbound';
  readonly putThrough?: boolean | undefined;
};

export const comesIn = ({ direction, putThrough }: Coming): boolean =>
  direction === 'inbound' || putThrough === true;

export const ringsHere = (call: Coming & { readonly phase: string }): boolean =>
  call.phase === 'ringing' && comesIn(call);
