/** Into a queue, out of it, or paused in it: for how long, and why. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Distribution } from '@shared/contracts/http/distribution.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';
import { type FormEvent, useState } from 'react';
import styles from './board.module.css';

const css = styleNames(styles);

const kinds = ['in', 'out', 'pause'] as const;
type Kind = (typeof kinds)[number];
const minuteChoices = ['15', '30', '60', '120', '240'] as const;
const atATime = 'time';
const everyQueue = '';

/** The next moment at which the clock of this desktop says so. */
const nextTime = (text: string, nowMs: number): number | null => {
  const [hours, minutes] = text.split(':').map(Number);
  if (hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)) return null;
  const at = new Date(nowMs);
  at.setHours(hours, minutes, 0, 0);
  if (at.getTime() <= nowMs) at.setDate(at.getDate() + 1);
  return at.getTime();
};

type Draft = {
  readonly kind: Kind;
  readonly queue: string;
  readonly lasts: string;
  readonly time: string;
  readonly reason: string;
};

const useDraft = (
  seat: Seat,
  queues: Distribution['queues'],
  onDone: () => void,
): {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  readonly why: string | undefined;
  readonly give: () => Promise<void>;
} => {
  const { t } = useText();
  const { clock } = useServices();
  const request = useRequest();
  const [draft, setDraft] = useState<Draft>({
    kind: 'in',
    queue: queues[0]?.queue ?? everyQueue,
    lasts: '60',
    time: '',
    reason: '',
  });
  const { kind, lasts, time } = draft;
  const reason = draft.reason.trim();
  // Into or out of all queues at once there is no way: each is another brand's work.
  const queue = draft.queue === everyQueue && kind !== 'pause' ? undefined : draft.queue;
  const isTimed = lasts !== atATime || /^\d\d:\d\d$/.test(time);
  const needs = reason === '' ? 'needsReason' : isTimed ? null : 'needsTime';
  const why = queue === undefined ? 'needsQueue' : needs;
  const give = async () => {
    if (why !== null || queue === undefined) return;
    const now = clock.now();
    const at = lasts === atATime ? nextTime(time, now) : now + Number(lasts) * 60_000;
    if (at === null) return;
    const until = new Date(at).toISOString();
    const { userId } = seat;
    const answer =
      kind === 'pause'
        ? await request('lead.queue-pause', { userId, queue: queue || null, reason, until })
        : await request('lead.move', { userId, queue, direction: kind, penalty: 0, reason, until });
    if (answer.ok) onDone();
  };
  return {
    draft,
    set: (part) => setDraft((was) => ({ ...was, ...part })),
    why: why === null ? undefined : t(`board.move.${why}`),
    give,
  };
};

const Choice = ({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [id: string, words: string])[];
  readonly onChange: (value: string) => void;
}) => (
  <select
    aria-label={label}
    value={value}
    onChange={({ currentTarget }) => onChange(currentTarget.value)}
  >
    {options.map(([id, words]) => (
      <option key={id} value={id}>
        {words}
      </option>
    ))}
  </select>
);

/** What a move does not bring with it. */
const BrandNote = ({ seat, brandId }: { readonly seat: Seat; readonly brandId: string }) => {
  const { t } = useText();
  const brand = useBrands().find(({ id }) => id === brandId);
  if (seat.brandIds.includes(brandId)) return null;
  return <p>{t('board.move.otherBrand', { name: seat.name, brand: brand?.name ?? brandId })}</p>;
};

export const QueueMoveForm = ({
  seat,
  queues,
  onDone,
  onLeave,
}: {
  readonly seat: Seat;
  readonly queues: Distribution['queues'];
  readonly onDone: () => void;
  readonly onLeave: () => void;
}) => {
  const { t } = useText();
  const driven = queues.filter(({ rule }) => rule.isDriven);
  const { draft, set, why, give } = useDraft(seat, driven, onDone);
  const { kind, queue, lasts } = draft;
  // Before the board, which would close the advisor.
  useKeys([{ key: 'Escape', whileTyping: 'works', act: onLeave }], 'overlay');
  const chosen = driven.find((one) => one.queue === queue);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void give();
  };
  const places = driven.map((one) => [one.queue, one.label] as const);
  const minutes = minuteChoices.map((one) => [one, t(`board.move.minutes.${one}`)] as const);
  return (
    <form className={css('order')} onSubmit={send}>
      {driven.length === 0 ? <p>{t('board.move.noneDriven')}</p> : null}
      <Choice
        label={t('board.move.what')}
        value={kind}
        options={kinds.map((one) => [one, t(`board.move.do.${one}`)] as const)}
        onChange={(value) => set({ kind: value as Kind })}
      />
      <Choice
        label={t('board.queue')}
        value={queue}
        options={kind === 'pause' ? [[everyQueue, t('board.move.all')], ...places] : places}
        onChange={(value) => set({ queue: value })}
      />
      <Choice
        label={t('board.move.until')}
        value={lasts}
        options={[...minutes, [atATime, t('board.move.untilTime')]]}
        onChange={(value) => set({ lasts: value })}
      />
      {lasts === atATime ? (
        <input
          type="time"
          aria-label={t('board.move.time')}
          value={draft.time}
          onChange={({ currentTarget }) => set({ time: currentTarget.value })}
        />
      ) : null}
      <input
        // biome-ignore lint/a11y/noAutofocus: she has asked for it, and types the reason next
        autoFocus
        aria-label={t('board.move.reason')}
        placeholder={t('board.move.reason')}
        maxLength={200}
        value={draft.reason}
        onChange={({ currentTarget }) => set({ reason: currentTarget.value })}
      />
      {kind === 'in' && chosen !== undefined ? (
        <BrandNote seat={seat} brandId={chosen.brandId} />
      ) : null}
      <div>
        <Button type="submit" size="small" look="primary" keys={['↵']} blocked={why}>
          {t(`board.move.do.${kind}`)}
        </Button>
        <Button size="small" look="ghost" onClick={onLeave}>
          {t('board.order.leave')}
        </Button>
      </div>
    </form>
  );
};
