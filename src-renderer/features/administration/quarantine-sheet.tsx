/** What other systems sent and could not take effect: corrected and tried again, or given up. */
import { formatDate, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { QuarantineItem } from '@shared/contracts/http/sources.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { Confirm, Dialog } from './dialogs.tsx';
import { TextField } from './fields.tsx';
import { Loaded, Sheet } from './loaded.tsx';
import { useAdministration, useHub } from './use-administration.tsx';

const css = styleNames(styles);

/** Laid out when it is JSON; as it came when it is not. */
const readable = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
};

const parsed = (text: string): unknown | undefined => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const Wrong = ({ item }: { readonly item: QuarantineItem }) => {
  const { t } = useText();
  return (
    <>
      {t(`admin.quarantine.reason.${item.reason}`)}
      {item.issues.map(({ path, message }) => (
        <small key={`${path} ${message}`} className={css('bad')}>
          <b>{path}</b> {message}
        </small>
      ))}
    </>
  );
};

const Correct = ({
  item: first,
  onClose,
}: {
  readonly item: QuarantineItem;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const { act } = useAdministration();
  const [item, setItem] = useState(first);
  const [text, setText] = useState(readable(first.body));
  const [isNoJson, setIsNoJson] = useState(false);
  const send = async () => {
    const event = parsed(text);
    setIsNoJson(event === undefined);
    if (event === undefined) return;
    const done = await act('admin.replay', { items: [{ id: item.id, event }] });
    const [settled] = done.ok ? done.value.items : [];
    if (settled === undefined) return;
    if (settled.status !== 'quarantined') return onClose();
    setItem({ ...item, reason: settled.reason ?? item.reason, issues: settled.issues });
  };
  return (
    <Dialog title={t('admin.quarantine.correct')} onClose={onClose}>
      <p>
        <Wrong item={item} />
      </p>
      <TextField
        label={t('admin.quarantine.event')}
        hint={isNoJson ? t('admin.quarantine.noJson') : ''}
        wrong={isNoJson}
        rows={16}
        value={text}
        onChange={setText}
      />
      <footer>
        <Button onClick={onClose}>{t('admin.cancel')}</Button>
        <Button look="primary" onClick={() => void send()}>
          {t('admin.quarantine.sendCorrected')}
        </Button>
      </footer>
    </Dialog>
  );
};

const Row = ({
  item,
  onCorrect,
  onReplay,
  onGiveUp,
}: {
  readonly item: QuarantineItem;
  readonly onCorrect: () => void;
  readonly onReplay: () => void;
  readonly onGiveUp: () => void;
}) => {
  const { t, language } = useText();
  const of = { type: item.type ?? item.messageId };
  return (
    <tr>
      <th scope="row">
        {of.type}
        <small>
          {`${item.sourceName} · ${formatDate(item.receivedAt, language)} ${formatTime(item.receivedAt, language)}`}
        </small>
      </th>
      <td>
        <Wrong item={item} />
      </td>
      <td className={css('acts')}>
        <Button size="small" aria-label={t('admin.quarantine.correctOf', of)} onClick={onCorrect}>
          {t('admin.quarantine.correct')}
        </Button>
        <Button size="small" aria-label={t('admin.quarantine.replayOf', of)} onClick={onReplay}>
          {t('admin.quarantine.replay')}
        </Button>
        <Button size="small" aria-label={t('admin.quarantine.giveUpOf', of)} onClick={onGiveUp}>
          {t('admin.quarantine.giveUp')}
        </Button>
      </td>
    </tr>
  );
};

type PageProps = {
  readonly page: { readonly items: readonly QuarantineItem[]; readonly next: string | null };
  readonly isLater: boolean;
  readonly onPage: (after: string | null) => void;
  readonly onReplay: (ids: readonly string[]) => void;
  readonly onCorrect: (item: QuarantineItem) => void;
  readonly onGiveUp: (item: QuarantineItem) => void;
};

const Page = ({
  page: { items, next },
  isLater,
  onPage,
  onReplay,
  onCorrect,
  onGiveUp,
}: PageProps) => {
  const { t } = useText();
  return (
    <>
      {items.length === 0 ? (
        <EmptyState icon="check" title={t('admin.quarantine.none')} />
      ) : (
        <table className={css('table')}>
          <tbody>
            {items.map((item) => (
              <Row
                key={item.id}
                item={item}
                onCorrect={() => onCorrect(item)}
                onReplay={() => onReplay([item.id])}
                onGiveUp={() => onGiveUp(item)}
              />
            ))}
          </tbody>
        </table>
      )}
      <p className={css('acts')}>
        {items.length < 2 ? null : (
          <Button size="small" onClick={() => onReplay(items.map(({ id }) => id))}>
            {t('admin.quarantine.replayAll', { count: items.length })}
          </Button>
        )}
        {isLater ? (
          <Button size="small" onClick={() => onPage(null)}>
            {t('admin.fromStart')}
          </Button>
        ) : null}
        {next === null ? null : (
          <Button size="small" onClick={() => onPage(next)}>
            {t('admin.more')}
          </Button>
        )}
      </p>
    </>
  );
};

export const QuarantineSheet = () => {
  const { t } = useText();
  const { act } = useAdministration();
  const [after, setAfter] = useState<string | null>(null);
  const { known, reload } = useHub('admin.quarantine', after === null ? {} : { after });
  const [correcting, setCorrecting] = useState<QuarantineItem | null>(null);
  const [givingUp, setGivingUp] = useState<QuarantineItem | null>(null);
  const total = known !== null && 'value' in known ? known.value.total : null;
  const replay = async (ids: readonly string[]) => {
    await act('admin.replay', { items: ids.map((id) => ({ id })) });
    await reload();
  };
  return (
    <Sheet
      wide
      title={t('admin.quarantine.title')}
      beside={
        total === null ? null : (
          <span className={css('quiet')}>{t('admin.quarantine.count', { count: total })}</span>
        )
      }
    >
      <Loaded of={known}>
        {(page) => (
          <Page
            page={page}
            isLater={after !== null}
            onPage={setAfter}
            onReplay={(ids) => void replay(ids)}
            onCorrect={setCorrecting}
            onGiveUp={setGivingUp}
          />
        )}
      </Loaded>
      {correcting === null ? null : (
        <Correct
          item={correcting}
          onClose={() => {
            setCorrecting(null);
            void reload();
          }}
        />
      )}
      {givingUp === null ? null : (
        <Confirm
          title={t('admin.quarantine.askGiveUp')}
          what={t('admin.quarantine.whatGiveUp')}
          yes={t('admin.quarantine.giveUp')}
          reason={t('admin.reason')}
          onYes={async (why) => {
            await act('admin.give-up', { ids: [givingUp.id], why });
            await reload();
          }}
          onClose={() => setGivingUp(null)}
        />
      )}
    </Sheet>
  );
};
