/** On the right: who hears whom, what is written to her without speaking, and what goes on meanwhile. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { HelpMissing, useHelpMissing } from '@renderer/platform/lead-board/help-missing.tsx';
import { helpIcons, helpKeys, useHelp } from '@renderer/platform/lead-board/use-help.ts';
import type { ShownBoard } from '@renderer/platform/lead-board/use-lead-board.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { useCalls } from '@renderer/platform/store/use-focused-work.ts';
import { firstName, TalkList } from '@renderer/platform/talk/talk-list.tsx';
import { talkWith, unreadOf, useTalk, useWrite } from '@renderer/platform/talk/use-talk.ts';
import { WriteField } from '@renderer/platform/talk/write-field.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { SeatCall } from '@shared/contracts/http/seat-call.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';
import { helpWays } from '@shared/domain/team-help/policy.ts';
import { useEffect, useRef } from 'react';
import styles from './call-in-view.module.css';
import { Meanwhile } from './meanwhile.tsx';
import { WhoHears } from './who-hears.tsx';

const css = styleNames(styles);
const phrases = ['slower', 'rephrase', 'mine'] as const;
const shownAtMost = 8;

/** What stands here is seen. */
const useSeen = (ids: string): void => {
  const request = useRequest();
  useEffect(() => {
    if (ids !== '') void request('talk.read', { ids: ids.split(' ') });
  }, [ids, request]);
};

const Written = ({ seat }: { readonly seat: Seat }) => {
  const { t } = useText();
  const write = useWrite();
  const meId = useSlice('session')?.user?.id;
  const { hub, messages } = useTalk();
  const place = useRef<HTMLElement>(null);
  const talk = talkWith(messages, seat.userId);
  useSeen(
    unreadOf(talk)
      .map(({ id }) => id)
      .join(' '),
  );
  useKeys([
    {
      key: 'm',
      whileTyping: 'rests',
      act: () => place.current?.querySelector('input')?.focus(),
    },
  ]);
  const name = firstName(seat.name);
  const send = async (words: string) => {
    const to = { kind: 'advisor', userId: seat.userId } as const;
    const sent = await write({ to, words, urgency: 'information' });
    return sent.ok ? null : sent.error.code;
  };
  if (hub === 'older') return <p className={css('quiet')}>{t('talk.hubOlder')}</p>;
  return (
    <section ref={place} className={css('written')} aria-label={t('inView.write', { name })}>
      <header>
        <h3>
          {t('inView.write', { name })} <KeyCaps keys={['M']} />
        </h3>
        <span>{t('inView.writeWhere')}</span>
      </header>
      <TalkList messages={talk.slice(-shownAtMost)} meId={meId} label={t('talk.before')} />
      <WriteField
        label={t('inView.writeField', { name })}
        phrases={phrases.map((phrase) => t(`inView.phrase.${phrase}`))}
        layer="page"
        focus="when-asked"
        onSend={send}
      />
    </section>
  );
};

/** The ways into the call, and out of it where the bar does not have them: her telephone may be another one. */
const Ways = ({
  seat,
  sources,
}: {
  readonly seat: Seat;
  readonly sources: ShownBoard['sources'];
}) => {
  const missing = useHelpMissing(sources);
  const { t } = useText();
  const { mine, elsewhere, go, take, leave } = useHelp(seat);
  const inBar = useCalls().some(({ help }) => help !== undefined && help === mine?.helpId);
  const isTalking = seat.now?.call?.phase === 'talking';
  useKeys(
    isTalking && !elsewhere && mine === null && missing === null
      ? helpWays.map((way) => ({
          key: helpKeys[way],
          whileTyping: 'rests' as const,
          act: () => go(way),
        }))
      : [],
  );
  if (!isTalking || inBar) return null;
  if (missing !== null && mine === null) return <HelpMissing missing={missing} />;
  if (elsewhere) return <p className={css('quiet')}>{t('board.help.elsewhere')}</p>;
  return (
    <div className={css('ways')}>
      {helpWays.map((way) => (
        <Button
          key={way}
          size="small"
          look={mine?.way === way ? 'primary' : 'plain'}
          aria-pressed={mine?.way === way}
          icon={helpIcons[way]}
          keys={[helpKeys[way].toUpperCase()]}
          onClick={() => go(way)}
        >
          {t(`board.help.${way}`)}
        </Button>
      ))}
      {mine === null ? null : (
        <>
          <Button size="small" keys={['P']} onClick={take}>
            {t('board.help.take')}
          </Button>
          <Button size="small" look="danger" onClick={leave}>
            {t('board.help.leave')}
          </Button>
        </>
      )}
    </div>
  );
};

export const TalkColumn = ({
  seat,
  board,
  call,
  customer,
}: {
  readonly seat: Seat;
  readonly board: ShownBoard;
  readonly call: SeatCall | null;
  readonly customer: Parameters<typeof WhoHears>[0]['customer'];
}) => {
  const user = useSlice('session')?.user;
  return (
    <aside className={css('right')}>
      <WhoHears
        line={call?.line ?? null}
        customer={customer}
        advisor={seat.name}
        me={user == null ? '' : `${user.firstName} ${user.lastName}`}
      />
      <Ways seat={seat} sources={board.sources} />
      <Written seat={seat} />
      <Meanwhile board={board} seat={seat} />
    </aside>
  );
};
