/** What a qualification is called, in both languages, and by which words it is found. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type Disposition, dispositionSchema } from '@shared/domain/brand/brand.ts';
import type { Result } from '@shared/kernel/result.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { Dialog } from './dialogs.tsx';
import { TextField } from './fields.tsx';
import { checkForm, noneWrong } from './form-errors.ts';

const css = styleNames(styles);

const draftOf = (known: Disposition | null) => ({
  code: known?.code ?? '',
  labelFr: known?.label.fr ?? '',
  labelEn: known?.label.en ?? '',
  groupFr: known?.group.fr ?? '',
  groupEn: known?.group.en ?? '',
  synonyms: known?.synonyms.join(', ') ?? '',
  rank: String(known?.rank ?? 50),
});
type Draft = ReturnType<typeof draftOf>;
const fields = ['labelFr', 'labelEn', 'groupFr', 'groupEn', 'synonyms', 'rank'] as const;

const named = dispositionSchema.extend({
  code: dispositionSchema.shape.code.regex(/^[a-z0-9-]+$/),
  label: dispositionSchema.shape.label.refine(({ fr, en }) => fr !== '' && en !== ''),
});

const read = (draft: Draft, known: Disposition | null, brandId: string) => ({
  resolvesCase: false,
  expectsCallback: false,
  ...known,
  brandId,
  code: draft.code.trim(),
  label: { fr: draft.labelFr.trim(), en: draft.labelEn.trim() },
  group: { fr: draft.groupFr.trim(), en: draft.groupEn.trim() },
  synonyms: draft.synonyms
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== ''),
  rank: draft.rank.trim() === '' ? Number.NaN : Number(draft.rank),
});

/** By which part of what is kept a field is wrong. */
const partOf = { labelFr: 'label', labelEn: 'label', groupFr: 'group', groupEn: 'group' } as const;

export const DispositionForm = ({
  known,
  brandId,
  taken,
  onKeep,
  onClose,
}: {
  readonly known: Disposition | null;
  readonly brandId: string;
  readonly taken: readonly Disposition[];
  readonly onKeep: (disposition: Disposition) => Promise<Result<unknown>>;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const [draft, setDraft] = useState(draftOf(known));
  const [wrong, setWrong] = useState(noneWrong);
  const isTaken = known === null && taken.some(({ code }) => code === draft.code.trim());
  const save = async () => {
    const checked = checkForm(named, read(draft, known, brandId));
    setWrong(checked.ok ? noneWrong : checked.wrong);
    if (!checked.ok || isTaken) return;
    if ((await onKeep(checked.value)).ok) onClose();
  };
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  return (
    <Dialog
      title={t(known === null ? 'admin.disposition.new' : 'admin.disposition.changing')}
      onClose={onClose}
    >
      <div className={css('form')}>
        {known === null ? (
          <TextField
            label={t('admin.disposition.code')}
            hint={t(isTaken ? 'admin.disposition.taken' : 'admin.disposition.codeHint')}
            value={draft.code}
            wrong={wrong.has('code') || isTaken}
            onChange={(code) => change({ code })}
          />
        ) : null}
        {fields.map((name) => (
          <TextField
            key={name}
            label={t(`admin.disposition.${name}`)}
            hint={name === 'synonyms' || name === 'rank' ? t(`admin.disposition.${name}Hint`) : ''}
            value={draft[name]}
            wrong={wrong.has(name in partOf ? partOf[name as keyof typeof partOf] : name)}
            onChange={(value) => change({ [name]: value })}
          />
        ))}
      </div>
      <footer>
        <Button keys={[t('key.escape')]} onClick={onClose}>
          {t('admin.changeNothing')}
        </Button>
        <Button look="primary" onClick={() => void save()}>
          {t('admin.save')}
        </Button>
      </footer>
    </Dialog>
  );
};
