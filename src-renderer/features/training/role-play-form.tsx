/** A team lead writes a role-play: who it is, what she wants, what she does step by step. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type RolePlay, rolePlayDraftSchema } from '@shared/domain/role-play/role-play.ts';
import { useRef, useState } from 'react';
import { CharacterFields } from './character-fields.tsx';
import { draftOf, type FormDraft, formOf } from './draft.ts';
import styles from './form.module.css';
import { focusWrong, type Wrong, wrongOf } from './form-parts.tsx';
import { ScriptFields } from './script-fields.tsx';

const css = styleNames(styles);

/** What the hub takes goes out; what it would refuse is said at its field. */
const useSave = (rolePlay: RolePlay | null, draft: FormDraft, onDone: () => void) => {
  const request = useRequest();
  const [wrong, setWrong] = useState<Wrong>({});
  const form = useRef<HTMLFormElement>(null);
  const save = async () => {
    const checked = rolePlayDraftSchema.safeParse(draftOf(draft));
    setWrong(checked.success ? {} : wrongOf(checked.error));
    if (!checked.success) return focusWrong(form.current);
    const { id = null, version = null } = rolePlay ?? {};
    const saved = await request('training.save', { id, version, draft: checked.data });
    if (saved.ok) onDone();
  };
  return { wrong, form, save };
};

export const RolePlayForm = ({
  rolePlay,
  onClose,
}: {
  readonly rolePlay: RolePlay | null;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const request = useRequest();
  const numbers = useSlice('reference')?.numbers ?? [];
  const [firstBrand = ''] = useSlice('session')?.user?.brandIds ?? [];
  const [draft, setDraft] = useState(() => formOf(rolePlay, firstBrand, numbers));
  const { wrong, form, save } = useSave(rolePlay, draft, onClose);
  const [removing, setRemoving] = useState(false);
  const change = (part: Partial<FormDraft>) => setDraft((now) => ({ ...now, ...part }));
  const remove = async () => {
    if (rolePlay === null) return;
    if ((await request('training.remove', { id: rolePlay.id })).ok) onClose();
  };
  return (
    <main className={css('frame')}>
      <form
        ref={form}
        noValidate
        className={css('form')}
        aria-label={t('playForm.title')}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <header className={css('acts')}>
          <h1>{rolePlay === null ? t('rolePlay.newOne') : rolePlay.title}</h1>
          <i />
          {rolePlay === null ? null : (
            <Button
              look={removing ? 'danger' : 'ghost'}
              onClick={() => (removing ? void remove() : setRemoving(true))}
            >
              {t(removing ? 'playForm.removeSure' : 'playForm.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('playForm.cancel')}</Button>
          <Button look="primary" type="submit">
            {t('playForm.save')}
          </Button>
        </header>
        {Object.keys(wrong).length === 0 ? null : (
          <p role="alert" className={css('wrong')}>
            {t('playForm.someWrong', { count: Object.keys(wrong).length })}
          </p>
        )}
        <div className={css('columns')}>
          <CharacterFields
            draft={draft}
            wrong={wrong}
            isNew={rolePlay === null}
            onChange={change}
          />
          <ScriptFields draft={draft} wrong={wrong} onChange={change} />
        </div>
      </form>
    </main>
  );
};
