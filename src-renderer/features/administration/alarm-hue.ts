/** A brand may not look like an alarm: how far its hue is from the red of what is urgent. Pure. */
const alarmHueDeg = 26;
export const leastDegreesFromAlarm = 20;

export const degreesFromAlarm = (hue: number): number => {
  const apart = Math.abs(hue - alarmHueDeg) % 360;
  return Math.min(apart, 360 - apart);
};
