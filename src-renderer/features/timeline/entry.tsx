/** One exchange: channel, title, time, one sentence, one flag. Failed ones say how they failed. */
import {
  formatDelay,
  formatLength,
  formatShortDay,
  formatTime,
  isSameDay,
} from '@renderer/platform/i18n/format-time.ts';
import { outcomeWords } from '@renderer/platform/i18n/outcome-words.ts';
import type { Say, Words } from '@renderer/platform/i18n/use-text.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Brand } from '@shared/domain/brand/brand.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { answeringChannel } from '@shared/domain/message/message.ts';
import { hasFailed } from '@shared/domain/thread/break-point.ts';
import { useState } from 'react';
import { Rating } from './rating.tsx';
import { SaidWords } from './said-words.tsx';
import styles from './timeline.module.css';
import type { TimelineRow } from './timeline-rows.ts';

const css = styleNames(styles);
type EntryRow = Extract<TimelineRow, { type: 'entry' }>;

type Props = {
  readonly row: EntryRow;
  readonly now: number;
  readonly words: Words;
  /** Where it is another than the call's. */
  readonly brand: Brand | null | undefined;
  readonly onReply?: Reply | undefined;
};

export type Reply = (interaction: Interaction) => void;

const outcomeIcons: { readonly [outcome in Interaction['outcome']]?: IconName } = {
  missed: 'missed',
  abandoned: 'hourglass',
  refused: 'opposed',
  failed: 'alert',
  busy: 'clock',
  'no-answer': 'missed',
  unanswered: 'alert',
  undelivered: 'close',
};

const lengthOf = ({ startedAt, endedAt, call }: Interaction): number | null => {
  const from = call?.answeredAt ?? (call === null ? startedAt : null);
  return from === null || endedAt === null ? null : Date.parse(endedAt) - Date.parse(from);
};

const titleOf = (interaction: Interaction, t: Say): string => {
  const kind = t(`entry.${interaction.channel}.${interaction.direction}`);
  const length = interaction.channel === 'phone' ? lengthOf(interaction) : null;
  return length === null ? kind : t('entry.withLength', { kind, length: formatLength(length, t) });
};

/** What came in writing is answered in writing. */
const Answer = ({ row, words: { t }, onReply }: Pick<Props, 'row' | 'words' | 'onReply'>) => {
  const { interaction } = row;
  if (onReply === undefined || interaction.direction !== 'inbound') return null;
  if (answeringChannel(interaction.channel) === null) return null;
  return (
    <button type="button" className={css('flag', 'said')} onClick={() => onReply(interaction)}>
      <Icon name="reply" size={14} />
      {t('write.reply')}
    </button>
  );
};

const Flag = ({ row, now, words: { t } }: Omit<Props, 'brand'>) => {
  const { interaction, other, unanswered } = row;
  if (unanswered) {
    const time = formatDelay(now - Date.parse(interaction.startedAt), t);
    return (
      <span className={css('flag')}>
        <Icon name="alert" size={14} />
        {t('entry.unansweredSince', { time })}
      </span>
    );
  }
  if (hasFailed(interaction.outcome))
    return (
      <span className={css('flag')}>
        <Icon name={outcomeIcons[interaction.outcome] ?? 'alert'} size={14} />
        {outcomeWords(interaction.outcome, interaction.call?.failure ?? null, t)}
      </span>
    );
  if (other === null) return null;
  const way = interaction.direction === 'inbound' ? 'answered' : 'answers';
  return (
    <span className={css('flag', 'quiet')}>
      <Icon name="check" size={14} />
      {t(`entry.${way}`, {
        channel: t(`channel.${other.interaction.channel}`),
        time: formatDelay(other.afterMs, t),
      })}
    </span>
  );
};

const isSpoken = (
  interaction: Interaction,
): interaction is Interaction & { speech: NonNullable<Interaction['speech']> } =>
  interaction.speech !== null;

/** Her words of that call open over the timeline. */
const Said = ({ interaction, t }: { readonly interaction: Interaction; readonly t: Say }) => {
  const [open, setOpen] = useState(false);
  if (!isSpoken(interaction)) return null;
  return (
    <>
      <button type="button" className={css('flag', 'said')} onClick={() => setOpen(true)}>
        <Icon name="chat" size={14} />
        {t('said.open')}
      </button>
      {open ? <SaidWords interaction={interaction} onClose={() => setOpen(false)} /> : null}
    </>
  );
};

const OtherHalf = ({ row }: { readonly row: EntryRow }) => {
  const { other, interaction } = row;
  // The answer stands under its question; the question is not repeated under its answer.
  if (other === null || interaction.direction !== 'inbound') return null;
  const words = other.interaction.summary ?? other.interaction.title;
  return words === '' ? null : <p className={css('half')}>{words}</p>;
};

export const Entry = ({ row, now, brand, words, onReply }: Props) => {
  const { t, language } = words;
  const { interaction } = row;
  const failed = hasFailed(interaction.outcome);
  const recent = now - Date.parse(interaction.startedAt) < 7 * 86_400_000;
  const time =
    recent || isSameDay(interaction.startedAt, now)
      ? formatTime(interaction.startedAt, language)
      : formatShortDay(interaction.startedAt, language);
  const sentence = interaction.summary ?? interaction.notes.at(-1)?.text ?? interaction.title;
  return (
    <article className={css('entry', failed && 'failed')}>
      <span className={css('node')}>
        <Icon name={interaction.channel} size={17} />
      </span>
      <div className={css('body')}>
        <h3>
          {titleOf(interaction, t)}
          {brand === undefined ? null : <BrandMark size="small" brand={brand} />}
          <time dateTime={interaction.startedAt}>{time}</time>
        </h3>
        {interaction.customerWords === null ? null : (
          <p className={css('words')}>{interaction.customerWords}</p>
        )}
        {interaction.customerWords === null && sentence !== '' ? <p>{sentence}</p> : null}
        <OtherHalf row={row} />
        <Flag row={row} now={now} words={words} />
        <Rating row={row} words={words} />
        <Said interaction={interaction} t={t} />
        <Answer row={row} words={words} onReply={onReply} />
      </div>
    </article>
  );
};
