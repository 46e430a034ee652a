/**
 * The tray's picture for each state: another shape, not only another colour. Drawn here, so that it
 * is sharp at the sizes that systems want, and no file has to be found.
 */
import type { DesktopFace } from '@shared/contracts/ipc/desktop.ts';

type State = DesktopFace['state'];
type Colour = readonly [red: number, green: number, blue: number];

const colours: Readonly<Record<State, Colour>> = {
  ready: [18, 135, 78],
  ringing: [184, 118, 10],
  talking: [38, 100, 190],
  busy: [38, 100, 190],
  'wrap-up': [14, 124, 134],
  'do-not-disturb': [197, 43, 45],
  pause: [140, 98, 70],
  offline: [110, 118, 126],
  'signed-out': [110, 118, 126],
};

/** Coordinates from -1 to 1, y downwards: whether the shape covers the point. */
const shapes: Readonly<Record<State, (x: number, y: number) => boolean>> = {
  ready: (x, y) => x * x + y * y < 0.81,
  ringing: (x, y) => Math.abs(x) + Math.abs(y) < 0.95,
  talking: (x, y) => Math.max(Math.abs(x), Math.abs(y)) < 0.8,
  busy: (x, y) => Math.max(Math.abs(x), Math.abs(y)) < 0.8,
  'wrap-up': (x, y) => y < 0.8 && y > -0.85 && Math.abs(x) < (y + 0.85) * 0.55,
  'do-not-disturb': (x, y) => x * x + y * y < 0.81 && !(Math.abs(y) < 0.2 && Math.abs(x) < 0.55),
  pause: (x, y) => Math.abs(y) < 0.85 && Math.abs(x) > 0.2 && Math.abs(x) < 0.75,
  offline: (x, y) => x * x + y * y < 0.81 && x * x + y * y > 0.36,
  'signed-out': (x, y) => x * x + y * y < 0.81 && x * x + y * y > 0.36 && Math.abs(y) > 0.18,
};

/** Four samples each way for a pixel: soft edges. */
const samples = 4;

/** @returns BGRA with premultiplied alpha, as `nativeImage.createFromBitmap` wants it */
export const trayPicture = (state: State, size: number): Buffer => {
  const pixels = Buffer.alloc(size * size * 4);
  const covers = shapes[state];
  const [red, green, blue] = colours[state];
  const at = (pixel: number, sample: number): number =>
    ((pixel + (sample + 0.5) / samples) / size) * 2 - 1;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let hits = 0;
      for (let one = 0; one < samples * samples; one += 1)
        if (covers(at(column, one % samples), at(row, Math.floor(one / samples)))) hits += 1;
      const share = hits / (samples * samples);
      const bytes = [blue * share, green * share, red * share, 255 * share].map(Math.round);
      pixels.set(bytes, (row * size + column) * 4);
    }
  }
  return pixels;
};
