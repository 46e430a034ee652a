/** F6: whom the call goes to. In the lectern's place; the customer and the thread stay. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { isStarKey } from '@renderer/platform/keys/star-key.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest, useServices, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import styles from './handover.module.css';
import { TargetRow } from './target-row.tsx';
import { groupOf, type Target, targetKinds, targetsFor } from './targets.ts';
import { useColleagues } from './use-colleagues.ts';

const css = styleNames(styles);
type Way = 'asked' | 'direct';

const WayChoice = ({ way, onWay }: { readonly way: Way; readonly onWay: (way: Way) => void }) => {
  const { t } = useText();
  return (
    <div className={css('ways')} role="toolbar" aria-label={t('handover.way.label')}>
      {(['asked', 'direct'] as const).map((one) => (
        <button key={one} type="button" aria-pressed={way === one} onClick={() => onWay(one)}>
          {t(`handover.way.${one}`)}
        </button>
      ))}
    </div>
  );
};

const TargetField = ({
  listId,
  chosenId,
  typed,
  onType,
  onKeyDown,
}: {
  readonly listId: string;
  readonly chosenId: string | undefined;
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) => {
  const { t } = useText();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <label className={css('field')}>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={t('handover.field')}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={chosenId}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <small aria-hidden="true">{t('handover.field')}</small>
    </label>
  );
};

const Groups = ({
  id,
  targets,
  chosen,
  onTake,
  onStar,
}: {
  readonly id: string;
  readonly targets: readonly Target[];
  readonly chosen: Target | undefined;
  readonly onTake: (target: Target) => void;
  readonly onStar: (target: Target) => void;
}) => {
  const { t } = useText();
  return targetKinds.map((kind) => {
    const rows = targets.filter((target) => groupOf(target) === kind);
    return rows.length === 0 ? null : (
      // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
      <div key={kind} role="group" aria-label={t(`handover.kind.${kind}`)}>
        <p className={css('kind')} aria-hidden="true">
          {t(`handover.kind.${kind}`)}
        </p>
        {rows.map((target) => (
          <TargetRow
            key={target.id}
            id={`${id}-${targets.indexOf(target)}`}
            target={target}
            chosen={target === chosen}
            onTake={() => onTake(target)}
            onStar={() => onStar(target)}
          />
        ))}
      </div>
    );
  });
};

const useTake = (work: WorkItem, way: Way, close: () => void) => {
  const request = useRequest();
  return async ({ number, name }: Target): Promise<void> => {
    const order = { callId: work.id, number, name };
    const answer =
      way === 'asked'
        ? await request('call.consult', order)
        : await request('call.transfer', order);
    if (answer.ok) close();
  };
};

const Foot = ({
  way,
  chosen,
  onTake,
}: {
  readonly way: Way;
  readonly chosen: Target | undefined;
  readonly onTake: () => void;
}) => {
  const { t } = useText();
  return (
    <footer className={css('foot')}>
      <p className={css('words')}>
        {chosen?.name == null
          ? t('handover.announce')
          : t('handover.announceTo', { name: chosen.name })}
      </p>
      <span className={css('starHint')}>
        <KeyCaps keys={['Alt', 'F']} />{' '}
        {t(chosen?.starred === true ? 'favourite.drop' : 'favourite.add')}
      </span>
      <Button
        look="brand"
        icon={way === 'asked' ? 'phone' : 'transfer'}
        keys={['↵']}
        blocked={chosen === undefined ? t('handover.nobody') : undefined}
        onClick={onTake}
      >
        {t(way === 'asked' ? 'handover.ask' : 'handover.send')}
      </Button>
    </footer>
  );
};

export const TransferPanel = ({ work }: { readonly work: WorkItem }) => {
  const { t } = useText();
  const { screen } = useServices();
  const reference = useSlice('reference');
  const { colleagues, known } = useColleagues();
  const [typed, setTyped] = useState(() => screen.getState().transferTo ?? '');
  const [chosenId, choose] = useState<string | null>(null);
  const [way, setWay] = useState<Way>('asked');
  const id = useId();
  const close = () => screen.setState({ overlay: null, transferTo: null });
  const request = useRequest();
  const take = useTake(work, way, close);
  useKeys([{ key: 'Escape', whileTyping: 'works', act: close }]);
  const favourites = useSlice('favourites') ?? [];
  const targets = targetsFor(
    typed,
    colleagues,
    reference ?? { numbers: [], brands: [] },
    favourites,
  );
  // By what it is, not by its place: states and stars move the rows while she looks at them.
  const at = Math.max(
    0,
    targets.findIndex((one) => one.id === chosenId),
  );
  const chosen = targets[at];
  const star = ({ favourite, starred }: Target) =>
    void request('favourites.set', { ...favourite, starred: !starred });
  const onKeyDown = (event: KeyboardEvent) => {
    if (isStarKey(event)) {
      if (chosen !== undefined) star(chosen);
    } else if (event.key === 'ArrowDown') choose(targets[at + 1]?.id ?? chosenId);
    else if (event.key === 'ArrowUp') choose(targets[at - 1]?.id ?? chosenId);
    else if (event.key === 'Enter' && chosen !== undefined) void take(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <section className={css('panel')} aria-label={t('handover.title', { name: work.customerName })}>
      <header className={css('head')}>
        <h2>{t('handover.title', { name: work.customerName })}</h2>
        <i />
        <WayChoice way={way} onWay={setWay} />
        <KeyCaps keys={[t('key.escape')]} tone="plain" />
      </header>
      <TargetField
        listId={`${id}-list`}
        chosenId={chosen === undefined ? undefined : `${id}-${targets.indexOf(chosen)}`}
        typed={typed}
        onType={(text) => {
          choose(null);
          setTyped(text);
        }}
        onKeyDown={onKeyDown}
      />
      {known === false ? <p className={css('unknown')}>{t('handover.statesUnknown')}</p> : null}
      <div id={`${id}-list`} className={css('list')} role="listbox" aria-label={t('handover.list')}>
        <Groups
          id={id}
          targets={targets}
          chosen={chosen}
          onTake={(one) => void take(one)}
          onStar={star}
        />
        {targets.length === 0 ? <p className={css('none')}>{t('handover.nobody')}</p> : null}
      </div>
      <Foot way={way} chosen={chosen} onTake={() => chosen && void take(chosen)} />
    </section>
  );
};
