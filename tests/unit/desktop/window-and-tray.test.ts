import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AppMessages } from '@main/desktop/app-messages.ts';
import { setAutostart } from '@main/desktop/autostart.ts';
import { handleCallLinks } from '@main/desktop/call-links.ts';
import { decideClosing } from '@main/desktop/closing.ts';
import { DesktopFile } from '@main/desktop/desktop-file.ts';
import { StayAwake } from '@main/desktop/stay-awake.ts';
import { trayPicture } from '@main/desktop/tray-picture.ts';
import { fitToDisplays } from '@main/desktop/window-place.ts';
import { type DesktopEvent, desktopFaceSchema } from '@shared/contracts/ipc/desktop.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const folder = () => mkdtempSync(path.join(tmpdir(), 'parlance-desktop-'));
const full = { x: 0, y: 0, width: 1920, height: 1080 };

it('[DESK-16] a window that fits where it stood stays there', () => {
  const second = { x: 1920, y: 0, width: 1280, height: 1024 };
  const place = { x: 2000, y: 40, width: 1100, height: 700, maximized: false };
  expect(fitToDisplays(place, [full, second])).toEqual({
    x: 2000,
    y: 40,
    width: 1100,
    height: 700,
  });
  // The second display is gone.
  expect(fitToDisplays(place, [full])).toEqual({ x: 820, y: 40, width: 1100, height: 700 });
});

it('[DESK-16] whatever was remembered, the window lies whole on one display', () => {
  const whole = (min: number, max: number) => fc.integer({ min, max });
  const area = fc.record({
    x: whole(-4000, 4000),
    y: whole(-4000, 4000),
    width: whole(800, 4000),
    height: whole(600, 3000),
  });
  const place = fc.record({
    x: whole(-90_000, 90_000),
    y: whole(-90_000, 90_000),
    width: whole(1, 9000),
    height: whole(1, 9000),
    maximized: fc.boolean(),
  });
  fc.assert(
    fc.property(place, fc.array(area, { minLength: 1, maxLength: 4 }), (given, areas) => {
      const fit = fitToDisplays(given, areas);
      const inside = areas.some(
        (one) =>
          fit.x >= one.x &&
          fit.y >= one.y &&
          fit.x + fit.width <= one.x + one.width &&
          fit.y + fit.height <= one.y + one.height,
      );
      expect(inside).toBe(true);
      expect(fit.width).toBeGreaterThanOrEqual(800);
    }),
  );
});

it('[DESK-20] settings and place are read again; a damaged part falls back alone', () => {
  const dir = folder();
  const file = new DesktopFile(dir);
  const place = { x: 1, y: 2, width: 1200, height: 800, maximized: true };
  file.keep({ settings: { ...file.settings, closeToTray: true }, window: place });
  expect(new DesktopFile(dir).settings.closeToTray).toBe(true);
  expect(new DesktopFile(dir).window).toEqual(place);
  const content = JSON.parse(readFileSync(path.join(dir, 'desktop.json'), 'utf8'));
  writeFileSync(path.join(dir, 'desktop.json'), JSON.stringify({ ...content, window: 'torn' }));
  expect(new DesktopFile(dir).settings.closeToTray).toBe(true);
  expect(new DesktopFile(dir).window).toBeNull();
  content.settings.hotkeys.mute = 'M';
  writeFileSync(path.join(dir, 'desktop.json'), JSON.stringify(content));
  expect(new DesktopFile(dir).settings.hotkeys.mute).toBe('F3');
  expect(new DesktopFile(dir).window).toEqual(place);
  writeFileSync(path.join(dir, 'desktop.json'), '{"settings"');
  expect(new DesktopFile(dir).settings.hotkeys.answer).toBe('F2');
});

it('[DESK-17] a call asks, [DESK-18] the tray hides, and she who leaves is asked no more', () => {
  const decide = (live: boolean, closeToTray: boolean, leaving: boolean) =>
    decideClosing({ live, closeToTray, leaving });
  expect(decide(true, false, false)).toBe('ask');
  expect(decide(true, true, false)).toBe('ask');
  expect(decide(false, true, false)).toBe('hide');
  expect(decide(false, false, false)).toBe('close');
  expect(decide(true, true, true)).toBe('close');
});

it('[DESK-15] one block for one call, lifted at its end', () => {
  const seen: string[] = [];
  const awake = new StayAwake({
    start: (kind) => {
      seen.push(kind);
      return 0;
    },
    stop: (id) => void seen.push(`stop ${id}`),
  });
  for (const live of [false, true, true, false, false, true]) awake.follow(live);
  expect(seen).toEqual(['prevent-display-sleep', 'stop 0', 'prevent-display-sleep']);
});

it('[DESK-1] each state has a shape of its own, not only a colour', () => {
  const states = desktopFaceSchema.shape.state.options;
  const shapes = states.map((state) =>
    [...trayPicture(state, 16)].filter((_, at) => at % 4 === 3).join(),
  );
  // In a call and busy are one shape: for her they are one thing.
  expect(new Set(shapes).size).toBe(states.length - 1);
  for (const state of states) {
    const pixels = trayPicture(state, 16);
    const covered = [...pixels].filter((alpha, at) => at % 4 === 3 && alpha > 0).length;
    expect(covered, state).toBeGreaterThan(40);
    // Premultiplied: no colour is brighter than its cover.
    for (let at = 0; at < pixels.length; at += 4)
      expect(Math.max(...pixels.subarray(at, at + 3))).toBeLessThanOrEqual(pixels[at + 3] ?? 0);
  }
});

it('[DESK-19] what is asked before the page listens waits; of each kind the newest', () => {
  const heard: DesktopEvent[] = [];
  const messages = new AppMessages((event) => heard.push(event));
  const ask = (number: string): DesktopEvent => ({
    type: 'call-asked',
    source: 'link',
    number,
    display: number,
    kind: 'mobile',
  });
  messages.tell(ask('1'));
  messages.tell(ask('2'));
  expect(heard).toEqual([]);
  messages.ready();
  expect(heard).toEqual([ask('2')]);
  messages.ready();
  messages.tell(ask('3'));
  messages.gone();
  messages.tell({ type: 'close-asked' });
  expect(heard).toHaveLength(2);
  messages.ready();
  expect(heard.at(-1)).toEqual({ type: 'close-asked' });
});

it('[DESK-3] starting with the session is an entry of the desktop on Linux, else the login items', () => {
  const configHome = folder();
  const logins: boolean[] = [];
  const setLoginItemSettings = ({ openAtLogin }: { openAtLogin: boolean }) =>
    void logins.push(openAtLogin);
  const command = ['/opt/Mon "Parlance"/100% $HOME', '/a\\b'];
  const linux = { platform: 'linux', configHome, setLoginItemSettings, command } as const;
  setAutostart(true, linux);
  const file = path.join(configHome, 'autostart', 'parlance.desktop');
  expect(readFileSync(file, 'utf8')).toContain(
    'Exec="/opt/Mon \\\\"Parlance\\\\"/100%% \\\\$HOME" "/a\\\\\\\\b"\n',
  );
  setAutostart(false, linux);
  setAutostart(false, linux);
  expect(() => readFileSync(file)).toThrow();
  setAutostart(true, { ...linux, platform: 'win32' });
  expect(logins).toEqual([true]);
  expect(() => setAutostart(true, { ...linux, configHome: '/dev/null' })).toThrow();
});

it('[DESK-7] links come after `--`, and a system that refuses one of them has refused', () => {
  const dataHome = folder();
  const asked: string[] = [];
  const note =
    (what: string) =>
    (scheme: string, executable = '', args: string[] = []) => {
      asked.push([what, scheme, executable, ...args].join(' '));
      return scheme !== refused;
    };
  let refused = '';
  const system = {
    platform: 'linux',
    dataHome,
    command: ['/opt/parlance', '/app'],
    app: { setAsDefaultProtocolClient: note('set'), removeAsDefaultProtocolClient: note('remove') },
  } as const;
  expect(handleCallLinks(true, system)).toBe(true);
  expect(asked).toEqual([
    'set tel /opt/parlance /app --',
    'set callto /opt/parlance /app --',
    'set sip /opt/parlance /app --',
  ]);
  const entry = readFileSync(path.join(dataHome, 'applications/parlance.desktop'), 'utf8');
  expect(entry).toContain('Exec="/opt/parlance" "/app" "--" %u\n');
  expect(entry).toContain('MimeType=x-scheme-handler/tel;x-scheme-handler/callto;');
  refused = 'sip';
  expect(handleCallLinks(true, system)).toBe(false);
  expect(handleCallLinks(false, system)).toBe(true);
});
