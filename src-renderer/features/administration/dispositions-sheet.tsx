/** How calls of a brand end, and what each ending does: for the case, for callbacks, for the law (ADMIN-25). */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Disposition } from '@shared/domain/brand/brand.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { Confirm } from './dialogs.tsx';
import { DispositionForm } from './disposition-form.tsx';
import { Loaded, Sheet } from './loaded.tsx';
import { useAdministration, useHub } from './use-administration.tsx';

const css = styleNames(styles);
const consequences = ['resolvesCase', 'expectsCallback', 'refusesOffer', 'opposesCalls'] as const;
type Consequence = (typeof consequences)[number];
/** These protect people: whoever said so once is called again when they are taken away. */
const protects = (one: Consequence): boolean => one === 'refusesOffer' || one === 'opposesCalls';

type Asking = { readonly of: Disposition; readonly loses: Consequence | 'all' };

const Row = ({
  disposition,
  onToggle,
  onChange,
  onRemove,
}: {
  readonly disposition: Disposition;
  readonly onToggle: (one: Consequence) => void;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}) => {
  const { t, language } = useText();
  const name = disposition.label[language];
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{`${disposition.group[language]} · ${disposition.code}`}</small>
      </th>
      {consequences.map((one) => (
        <td key={one}>
          <input
            type="checkbox"
            aria-label={t('admin.disposition.of', { does: t(`admin.disposition.${one}`), name })}
            checked={disposition[one] ?? false}
            onChange={() => onToggle(one)}
          />
        </td>
      ))}
      <td className={css('acts')}>
        <Button
          size="small"
          aria-label={t('admin.disposition.changeOf', { name })}
          onClick={onChange}
        >
          {t('admin.change')}
        </Button>
        <Button
          size="small"
          look="ghost"
          aria-label={t('admin.disposition.removeOf', { name })}
          onClick={onRemove}
        >
          {t('admin.disposition.remove')}
        </Button>
      </td>
    </tr>
  );
};

const Table = ({
  dispositions,
  onToggle,
  onChange,
  onAsk,
}: {
  readonly dispositions: readonly Disposition[];
  readonly onToggle: (of: Disposition, one: Consequence) => void;
  readonly onChange: (of: Disposition) => void;
  readonly onAsk: (asking: Asking) => void;
}) => {
  const { t } = useText();
  if (dispositions.length === 0)
    return <EmptyState icon="check" title={t('admin.disposition.none')} />;
  return (
    <table className={css('table')}>
      <thead>
        <tr>
          <th scope="col">{t('admin.disposition.name')}</th>
          {consequences.map((one) => (
            <th key={one} scope="col">
              {t(`admin.disposition.${one}`)}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {dispositions.map((one) => (
          <Row
            key={one.code}
            disposition={one}
            onToggle={(consequence) => onToggle(one, consequence)}
            onChange={() => onChange(one)}
            onRemove={() => onAsk({ of: one, loses: 'all' })}
          />
        ))}
      </tbody>
    </table>
  );
};

const AskBack = ({
  asking: { of, loses },
  onYes,
  onClose,
}: {
  readonly asking: Asking;
  readonly onYes: () => Promise<unknown>;
  readonly onClose: () => void;
}) => {
  const { t, language } = useText();
  const name = of.label[language];
  const isBare = of.refusesOffer !== true && of.opposesCalls !== true;
  const title =
    loses === 'all'
      ? t('admin.disposition.askRemove', { name })
      : t('admin.disposition.askLose', { name, does: t(`admin.disposition.${loses}`) });
  return (
    <Confirm
      title={title}
      what={t(isBare ? 'admin.disposition.whatRemove' : 'admin.disposition.whatLose')}
      yes={t(loses === 'all' ? 'admin.disposition.remove' : 'admin.disposition.lose')}
      onYes={onYes}
      onClose={onClose}
    />
  );
};

export const DispositionsSheet = ({ brandId }: { readonly brandId: string }) => {
  const { t } = useText();
  const { act } = useAdministration();
  const { known, reload } = useHub('admin.dispositions', { brandId });
  const [asking, setAsking] = useState<Asking | null>(null);
  const [changing, setChanging] = useState<Disposition | 'new' | null>(null);
  const keep = async ({ code, brandId: _, ...words }: Disposition) => {
    const done = await act('admin.change-disposition', { brandId, code, words });
    await reload();
    return done;
  };
  const toggle = (of: Disposition, one: Consequence) => {
    const loses = of[one] === true;
    if (loses && protects(one)) setAsking({ of, loses: one });
    else void keep({ ...of, [one]: !loses });
  };
  const confirm = async ({ of, loses }: Asking) => {
    if (loses !== 'all') return keep({ ...of, [loses]: false });
    const done = await act('admin.remove-disposition', { brandId, code: of.code });
    await reload();
    return done;
  };
  const add = (
    <Button size="small" icon="plus" onClick={() => setChanging('new')}>
      {t('admin.disposition.new')}
    </Button>
  );
  return (
    <Sheet wide title={t('admin.disposition.title')} beside={add}>
      <p>{t('admin.disposition.detail')}</p>
      <Loaded of={known}>
        {({ dispositions }) => (
          <Table
            dispositions={dispositions}
            onToggle={toggle}
            onChange={setChanging}
            onAsk={setAsking}
          />
        )}
      </Loaded>
      {asking === null ? null : (
        <AskBack asking={asking} onYes={() => confirm(asking)} onClose={() => setAsking(null)} />
      )}
      {changing === null ? null : (
        <DispositionForm
          known={changing === 'new' ? null : changing}
          brandId={brandId}
          taken={known !== null && 'value' in known ? known.value.dispositions : []}
          onKeep={keep}
          onClose={() => setChanging(null)}
        />
      )}
    </Sheet>
  );
};
