/** Systems that tell the hub what happened: made, switched off, their secret made anew. */
import { formatDate } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { newSourceSchema } from '@shared/contracts/http/sources.ts';
import { type Source, sourceKinds } from '@shared/domain/source/source.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { useBrandNames } from './brand-names.ts';
import { Confirm, Dialog } from './dialogs.tsx';
import { ChecksField, SelectField, TextField } from './fields.tsx';
import { Loaded, Sheet } from './loaded.tsx';
import { SecretOnce, type ShownSecret } from './secret-once.tsx';
import { useAdministration, useHub } from './use-administration.tsx';
import { useForm } from './use-form.ts';

const css = styleNames(styles);
/** The old secret is taken for a day as well. */
const oldValidMinutes = 1_440;

const NewSource = ({
  onMade,
  onClose,
}: {
  readonly onMade: (secret: ShownSecret) => void;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const brands = useBrands();
  const { values, set, wrong, send } = useForm({
    name: '',
    kind: 'web-shop',
    brandIds: brands.slice(0, 1).map(({ id }) => id),
  });
  const create = async () => {
    const made = await send('admin.create-source', values, newSourceSchema);
    if (made !== null) onMade({ of: made.name, secret: made.secret });
  };
  return (
    <Dialog title={t('admin.source.new')} onClose={onClose}>
      <div className={css('form')}>
        <TextField
          label={t('admin.name')}
          value={values.name}
          wrong={wrong.has('name')}
          onChange={(name) => set({ name })}
        />
        <SelectField
          label={t('admin.source.kind')}
          value={values.kind}
          options={sourceKinds.map((id) => ({ id, label: t(`admin.source.kinds.${id}`) }))}
          onChange={(kind) => set({ kind })}
        />
        <ChecksField
          label={t('admin.brands')}
          wrong={wrong.has('brandIds')}
          chosen={values.brandIds}
          options={brands.map(({ id, name }) => ({ id, label: name }))}
          onChange={(brandIds) => set({ brandIds })}
        />
        <footer>
          <Button onClick={onClose}>{t('admin.cancel')}</Button>
          <Button look="primary" onClick={() => void create()}>
            {t('admin.create')}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
};

const SourceRow = ({
  source,
  onRotate,
  onSwitch,
}: {
  readonly source: Source;
  readonly onRotate: () => void;
  readonly onSwitch: () => void;
}) => {
  const { t, language } = useText();
  const brandNames = useBrandNames();
  const { name, kind, brandIds, active, refused, formerSecretUntil } = source;
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{`/v1/hooks/${source.id}`}</small>
      </th>
      <td>{t(`admin.source.kinds.${kind}`)}</td>
      <td>{brandNames(brandIds)}</td>
      <td>
        {active ? <Tag tone="ok">{t('admin.on')}</Tag> : <Tag tone="line">{t('admin.off')}</Tag>}
        {refused > 0 ? (
          <small className={css('bad')}>{t('admin.source.refused', { count: refused })}</small>
        ) : null}
        {formerSecretUntil === null ? null : (
          <small>
            {t('admin.source.formerUntil', { day: formatDate(formerSecretUntil, language) })}
          </small>
        )}
      </td>
      <td className={css('acts')}>
        <Button size="small" aria-label={t('admin.source.rotateOf', { name })} onClick={onRotate}>
          {t('admin.source.rotate')}
        </Button>
        <Button
          size="small"
          aria-label={t(active ? 'admin.switchOffOf' : 'admin.switchOnOf', { name })}
          onClick={onSwitch}
        >
          {t(active ? 'admin.switchOff' : 'admin.switchOn')}
        </Button>
      </td>
    </tr>
  );
};

const useSourceActs = (reload: () => Promise<void>) => {
  const { act } = useAdministration();
  return {
    change: async ({ id }: Source, active: boolean) => {
      await act('admin.change-source', { sourceId: id, change: { active } });
      await reload();
    },
    rotate: async ({ id, name }: Source): Promise<ShownSecret | null> => {
      const made = await act('admin.rotate-source', { sourceId: id, oldValidMinutes });
      await reload();
      return made.ok ? { of: name, secret: made.value.secret } : null;
    },
  };
};

export const SourcesSheet = () => {
  const { t } = useText();
  const { known, reload } = useHub('admin.sources', {});
  const acts = useSourceActs(reload);
  const [making, setMaking] = useState(false);
  const [shown, setShown] = useState<ShownSecret | null>(null);
  const [asked, setAsked] = useState<{ source: Source; act: 'rotate' | 'switch-off' } | null>(null);
  const done = (secret: ShownSecret | null) => {
    setMaking(false);
    setShown(secret);
    void reload();
  };
  const confirm = async () => {
    if (asked?.act === 'rotate') setShown(await acts.rotate(asked.source));
    else if (asked !== null) await acts.change(asked.source, false);
  };
  return (
    <Sheet
      wide
      title={t('admin.source.title')}
      beside={
        <Button size="small" icon="plus" onClick={() => setMaking(true)}>
          {t('admin.source.new')}
        </Button>
      }
    >
      <Loaded of={known}>
        {({ sources }) =>
          sources.length === 0 ? (
            <EmptyState icon="outbox" title={t('admin.source.none')} />
          ) : (
            <table className={css('table')}>
              <thead>
                <tr>
                  <th scope="col">{t('admin.name')}</th>
                  <th scope="col">{t('admin.source.kind')}</th>
                  <th scope="col">{t('admin.brands')}</th>
                  <th scope="col">{t('admin.state')}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {sources.map((source) => (
                  <SourceRow
                    key={source.id}
                    source={source}
                    onRotate={() => setAsked({ source, act: 'rotate' })}
                    onSwitch={() =>
                      source.active
                        ? setAsked({ source, act: 'switch-off' })
                        : void acts.change(source, true)
                    }
                  />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      {making ? <NewSource onMade={done} onClose={() => setMaking(false)} /> : null}
      {asked === null ? null : (
        <Confirm
          title={t(`admin.source.ask.${asked.act}`, { name: asked.source.name })}
          what={t(`admin.source.what.${asked.act}`)}
          yes={t(`admin.source.yes.${asked.act}`)}
          onYes={confirm}
          onClose={() => setAsked(null)}
        />
      )}
      {shown === null ? null : <SecretOnce shown={shown} onClose={() => setShown(null)} />}
    </Sheet>
  );
};
