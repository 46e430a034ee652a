import { soundAlarms } from '@shared/domain/call-quality/call-quality.ts';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openApp } from './support/open-app.tsx';
import { talkingCall, talkingWork } from './support/slices.ts';

const wifi = { reason: null, alarm: null, network: 'wifi' } as const;
const talking = (changes: Parameters<typeof talkingCall>[0]) =>
  openApp({ slices: { calls: [talkingCall(changes)], work: [talkingWork()] } });
const bar = () => within(screen.getAllByRole('banner')[0] as HTMLElement);

it('[AUDIO-10] the sign is a word, with the reason in words and nothing else to read', () => {
  talking({ mos: 2.9, quality: { ...wifi, reason: 'loss-in' } });
  expect(bar().getByText('Voix hachée')).toBeDefined();
  expect(bar().getByText('votre Wi-Fi perd des paquets')).toBeDefined();
  expect(bar().getByTitle(/2,9/)).toBeDefined();
});

it('[AUDIO-10] a good line needs no reason', () => {
  talking({ mos: 4.3, quality: wifi });
  expect(bar().getByText('Ligne nette')).toBeDefined();
  expect(bar().queryByText(/Wi-Fi/)).toBeNull();
});

it.each(soundAlarms)(
  '[AUDIO-12] %s is said aloud, and the devices are one click away',
  async (alarm) => {
    const { user, services, deliver } = talking({ mos: 4.3, quality: { ...wifi, alarm } });
    const said = screen
      .getAllByRole('alert')
      .map((one) => one.textContent)
      .join('');
    expect(said.length).toBeGreaterThan(20);
    await user.click(screen.getByRole('button', { name: 'Changer d’appareil' }));
    expect(services.screen.getState().screen).toBe('settings');
    deliver('calls', [talkingCall({ mos: 4.3, quality: wifi })]);
    expect(screen.queryByRole('button', { name: 'Changer d’appareil' })).toBeNull();
  },
);

it('[AUDIO-12] the alarm of a training call is not said: nobody is there', () => {
  talking({ training: true, mos: 4.3, quality: { ...wifi, alarm: 'far-end-silent' } });
  expect(screen.queryByRole('button', { name: 'Changer d’appareil' })).toBeNull();
});
