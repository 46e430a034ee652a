/** How long a call takes by the hour in which it comes: evenings are not mornings, but a few calls prove little. */

export type HourOfCalls = {
  /** 0 to 23, by the clock where they are answered. */
  readonly hour: number;
  readonly calls: number;
  /** Of all of them: talk, hold and wrap-up. */
  readonly seconds: number;
};

/** Calls of an hour that weigh as much as the mean of the whole day. */
const leaningCalls = 30;
/** Where no call was ever answered: what a call takes in most service centres. */
export const supposedSeconds = 300;

/** @returns mean seconds of a call for each of 24 hours */
export const handlingByHour = (hours: readonly HourOfCalls[]): readonly number[] => {
  const calls = hours.reduce((sum, one) => sum + one.calls, 0);
  const seconds = hours.reduce((sum, one) => sum + one.seconds, 0);
  const mean = calls === 0 ? supposedSeconds : seconds / calls;
  return Array.from({ length: 24 }, (_, hour) => {
    const own = hours.find((one) => one.hour === hour);
    const [ownCalls, ownSeconds] = [own?.calls ?? 0, own?.seconds ?? 0];
    return (ownSeconds + leaningCalls * mean) / (ownCalls + leaningCalls);
  });
};
