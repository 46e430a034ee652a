/** Who it is and what is expected, in the form of a role-play. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { levels, moods } from '@shared/domain/role-play/role-play.ts';
import type { FormDraft } from './draft.ts';
import styles from './form.module.css';
import { TitleAndBrand } from './form-frame.tsx';
import { BoxesField, NumberField, SelectField, TextField, type Wrong } from './form-parts.tsx';

const css = styleNames(styles);

type Props = {
  readonly draft: FormDraft;
  readonly wrong: Wrong;
  readonly onChange: (part: Partial<FormDraft>) => void;
};

const Who = ({ draft, wrong, onChange }: Props) => {
  const { t } = useText();
  const { character } = draft;
  return (
    <>
      <TextField
        label={t('playForm.name')}
        path="character.name"
        wrong={wrong}
        maxLength={80}
        value={character.name}
        onChange={(name) => onChange({ character: { ...character, name } })}
      />
      <TextField
        label={t('playForm.about')}
        path="character.about"
        wrong={wrong}
        lines={3}
        maxLength={400}
        value={character.about}
        onChange={(about) => onChange({ character: { ...character, about } })}
      />
      <SelectField
        label={t('playForm.mood')}
        path="mood"
        wrong={wrong}
        value={draft.mood}
        options={moods.map((id) => ({ id, label: t(`rolePlay.mood.${id}`) }))}
        onChange={(mood) => onChange({ mood })}
      />
      <TextField
        label={t('playForm.goal')}
        path="goal"
        wrong={wrong}
        lines={2}
        maxLength={300}
        value={draft.goal}
        onChange={(goal) => onChange({ goal })}
      />
    </>
  );
};

const Numbers = ({ draft, wrong, onChange }: Props) => {
  const { t } = useText();
  const numbers = useSlice('reference')?.numbers ?? [];
  return (
    <>
      <SelectField
        label={t(`playForm.brandNumber.${draft.direction}`)}
        path="brandNumber"
        wrong={wrong}
        value={draft.brandNumber}
        options={numbers
          .filter(({ brandId }) => brandId === draft.brandId)
          .map(({ e164, label }) => ({ id: e164, label }))}
        onChange={(brandNumber) => onChange({ brandNumber })}
      />
      <TextField
        label={t('playForm.customerNumber')}
        path="customerNumber"
        wrong={wrong}
        maxLength={30}
        value={draft.numberTyped}
        onChange={(numberTyped) => onChange({ numberTyped, numberHidden: false })}
      />
      <label>
        <input
          type="checkbox"
          checked={draft.numberHidden}
          onChange={(event) => onChange({ numberHidden: event.currentTarget.checked })}
        />{' '}
        {t('playForm.hidden')}
      </label>
      <div className={css('pair')}>
        <NumberField
          label={t('playForm.ringPatience')}
          path="ringPatienceSeconds"
          wrong={wrong}
          max={90}
          value={draft.ringPatienceSeconds}
          onChange={(ringPatienceSeconds) => onChange({ ringPatienceSeconds })}
        />
        <NumberField
          label={t('playForm.holdPatience')}
          hint={t('playForm.holdForEver')}
          path="holdPatienceSeconds"
          wrong={wrong}
          max={600}
          value={draft.holdPatienceSeconds ?? 0}
          onChange={(given) => onChange({ holdPatienceSeconds: given === 0 ? null : given })}
        />
      </div>
    </>
  );
};

const Frame = ({ draft, wrong, isNew, onChange }: Props & { readonly isNew: boolean }) => {
  const { t } = useText();
  const numbers = useSlice('reference')?.numbers ?? [];
  const move = (brandId: string) =>
    onChange({
      brandId,
      brandNumber: numbers.find((one) => one.brandId === brandId)?.e164 ?? '',
      expectedDispositions: [],
    });
  return (
    <>
      <TitleAndBrand
        draft={draft}
        wrong={wrong}
        isNew={isNew}
        onTitle={(title) => onChange({ title })}
        onBrand={move}
      />
      <div className={css('pair')}>
        <SelectField
          label={t('playForm.level')}
          path="level"
          wrong={wrong}
          value={draft.level}
          options={levels.map((id) => ({ id, label: t(`rolePlay.level.${id}`) }))}
          onChange={(level) => onChange({ level })}
        />
        <SelectField
          label={t('playForm.direction')}
          path="direction"
          wrong={wrong}
          value={draft.direction}
          options={(['inbound', 'outbound'] as const).map((id) => ({
            id,
            label: t(`playForm.directions.${id}`),
          }))}
          onChange={(direction) => onChange({ direction })}
        />
      </div>
    </>
  );
};

export const CharacterFields = (props: Props & { readonly isNew: boolean }) => {
  const { t, language } = useText();
  const { draft, onChange } = props;
  const dispositions = useSlice('reference')?.dispositions ?? [];
  return (
    <section className={css('sheet')} aria-labelledby="play-character">
      <h2 id="play-character">{t('playForm.character')}</h2>
      <Frame {...props} />
      <Who {...props} />
      <Numbers {...props} />
      <BoxesField
        legend={t('playForm.expected')}
        options={dispositions
          .filter(({ brandId }) => brandId === draft.brandId)
          .map(({ code, label }) => ({ id: code, label: label[language] }))}
        chosen={draft.expectedDispositions}
        onChange={(expectedDispositions) => onChange({ expectedDispositions })}
      />
    </section>
  );
};
