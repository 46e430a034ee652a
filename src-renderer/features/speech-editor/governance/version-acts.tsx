/** What may be decided about a version now: each act asks for what it needs, the reason or the date. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ScriptVersion } from '@shared/contracts/http/scripts.ts';
import { type ReactNode, useId, useState } from 'react';
import styles from './governance.module.css';

const css = styleNames(styles);

type Act = 'recall' | 'refuse' | 'approve' | 'publish' | 'withdraw';
const acts: readonly Act[] = ['approve', 'refuse', 'recall', 'publish', 'withdraw'];
const asks: { readonly [act in Act]?: 'reason' | 'date' } = {
  refuse: 'reason',
  withdraw: 'reason',
  publish: 'date',
};
const looks = { approve: 'primary', publish: 'primary', withdraw: 'danger' } as const;

const Asking = ({
  act,
  onSend,
  onGiveUp,
  children,
}: {
  readonly act: Act;
  readonly onSend: () => void;
  readonly onGiveUp: () => void;
  readonly children: ReactNode;
}) => {
  const { t } = useText();
  return (
    <form
      className={css('asking')}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
      <div className={css('row')}>
        <Button type="submit" look={act === 'withdraw' ? 'danger' : 'primary'} size="small">
          {t(`speechWay.act.${act}`)}
        </Button>
        <Button type="button" size="small" look="ghost" onClick={onGiveUp}>
          {t('speechWay.giveUp')}
        </Button>
      </div>
    </form>
  );
};

const useDeciding = (version: ScriptVersion, onChanged: () => void) => {
  const request = useRequest();
  const of = { scriptId: version.id, version: version.version };
  return async (act: Act, given: { readonly reason: string; readonly from: string }) => {
    const { revision } = version;
    const { reason } = given;
    const from = given.from === '' ? null : new Date(given.from).toISOString();
    const answer = await {
      recall: () => request('speeches.recall', of),
      approve: () => request('speeches.approve', { ...of, revision }),
      refuse: () => request('speeches.refuse', { ...of, reason }),
      publish: () => request('speeches.publish', { ...of, from }),
      withdraw: () => request('speeches.withdraw', { ...of, reason }),
    }[act]();
    if (answer.ok) onChanged();
  };
};

/** A moment of this machine's clock as a field for date and time wants it. */
const localNow = (nowMs: number): string =>
  new Date(nowMs - new Date(nowMs).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

export const VersionActs = ({
  version,
  onChanged,
}: {
  readonly version: ScriptVersion;
  readonly onChanged: () => void;
}) => {
  const { t } = useText();
  const { clock } = useServices();
  const id = useId();
  const [asking, setAsking] = useState<Act | null>(null);
  const [reason, setReason] = useState('');
  const [from, setFrom] = useState('');
  const decide = useDeciding(version, onChanged);
  const possible = acts.filter((act) => version.may.includes(act));
  const press = (act: Act) => {
    if (asks[act] === undefined) void decide(act, { reason: '', from: '' });
    else setAsking(act);
  };
  if (asking !== null)
    return (
      <Asking
        act={asking}
        onGiveUp={() => setAsking(null)}
        onSend={() => {
          if (asks[asking] === 'reason' && reason.trim() === '') return;
          void decide(asking, { reason: reason.trim(), from });
          setAsking(null);
        }}
      >
        <label htmlFor={id}>{t(`speechWay.ask.${asks[asking] ?? 'reason'}`)}</label>
        {asks[asking] === 'date' ? (
          <input
            id={id}
            type="datetime-local"
            value={from}
            min={localNow(clock.now())}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
        ) : (
          <textarea
            id={id}
            required
            rows={3}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Asking>
    );
  return (
    <div className={css('row')}>
      {possible.map((act) => (
        <Button
          key={act}
          size="small"
          look={act in looks ? looks[act as keyof typeof looks] : 'plain'}
          onClick={() => press(act)}
        >
          {t(`speechWay.act.${act}`)}
        </Button>
      ))}
    </div>
  );
};
