/** Whom she promised a call, over every screen. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { at, callbacks } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { callWith, talkingCall, talkingWork, workWith } from './support/slices.ts';

const answers = { 'callbacks.list': () => ({ ok: true as const, value: callbacks }) };
const timeOf = (time: string): number => Date.parse(at(`2026-11-05T${time}`));
const line = (who: string) => screen.queryByRole('region', { name: new RegExp(`promis.* ${who}`) });

/** On another screen than the day. */
const openElsewhere = async (now: string, more: Parameters<typeof openApp>[0] = {}) => {
  const app = openApp({ answers, now: timeOf(now), ...more });
  if (more.slices?.work === undefined)
    await app.user.click(await screen.findByRole('button', { name: 'Savoirs' }));
  return app;
};

describe('[UI-48] a call that she promised', () => {
  it('[UI-48] stands there from a minute before, over every screen but the day, until it is made', async () => {
    const { engine, user, time } = await openElsewhere('11:44:30');
    expect(line('Karim Belkacem')).toBeNull();
    time.now = timeOf('11:45:05');
    await waitFor(() => expect(line('Karim Belkacem')).not.toBeNull());
    time.now = timeOf('11:53:05');
    await waitFor(() => expect(line('Karim Belkacem')?.textContent).toMatch(/en retard de 7/));
    expect(line('Odile Marchand')).toBeNull();
    await user.click(
      within(line('Karim Belkacem') as HTMLElement).getByRole('button', { name: 'Appeler' }),
    );
    expect(engine.inputs('call.dial')).toMatchObject([{ callbackId: callbacks[0]?.id }]);
    await user.click(screen.getByRole('button', { name: 'Journée' }));
    await waitFor(() => expect(line('Karim Belkacem')).toBeNull());
  });

  it('[UI-48] by somebody else, or by nobody, does not', async () => {
    const [mine, , anybodys] = callbacks;
    const due = [
      { ...anybodys, dueAt: mine?.dueAt },
      { ...mine, kind: 'missed' as const },
    ];
    const list = () => ({ ok: true as const, value: due });
    const { engine } = await openElsewhere('11:50:00', {
      answers: { 'callbacks.list': list as never },
    });
    await waitFor(() => expect(engine.inputs('callbacks.list').length).toBeGreaterThan(0));
    expect([line('Karim'), line('Hélène')]).toEqual([null, null]);
  });

  it('[UI-48] is put off by ten minutes', async () => {
    const { user, time } = await openElsewhere('11:46:05');
    const found = await screen.findByRole('region', { name: /promis à Karim/ });
    await user.click(within(found).getByRole('button', { name: 'Dans 10 min' }));
    expect(line('Karim Belkacem')).toBeNull();
    time.now = timeOf('11:55:55');
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(line('Karim Belkacem')).toBeNull();
    time.now = timeOf('11:56:05');
    await waitFor(() => expect(line('Karim Belkacem')).not.toBeNull());
  });

  it('[UI-48] in a talk it only tells, and while it rings nothing stands there', async () => {
    const talk = { calls: [talkingCall()], work: [talkingWork()] };
    const { deliver } = await openElsewhere('11:46:05', { slices: talk });
    const found = await screen.findByRole('region', { name: /promis à Karim/ });
    expect(within(found).queryByRole('button', { name: 'Appeler' })).toBeNull();
    deliver('calls', [callWith()]);
    deliver('work', [workWith()]);
    await waitFor(() => expect(line('Karim Belkacem')).toBeNull());
  });
});
