/** Tables that go out: asked for, made in the background, saved as a file. */
import { formatDate, formatNumber, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { saveFile } from '@renderer/platform/save-file.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { Tag, type TagTone } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ExportView } from '@shared/contracts/http/exports.ts';
import { useEffect, useState } from 'react';
import styles from './administration.module.css';
import { useBrandNames } from './brand-names.ts';
import { ExportForm } from './export-form.tsx';
import { Loaded, Sheet } from './loaded.tsx';
import { useAdministration, useHub } from './use-administration.tsx';

const css = styleNames(styles);
const lookAgainMs = 1_000;
const tones: { readonly [state in ExportView['state']]: TagTone } = {
  making: 'warn',
  done: 'ok',
  cancelled: 'line',
  expired: 'line',
};
const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const Progress = ({ one }: { readonly one: ExportView }) => {
  const { t, language } = useText();
  const { state, progress, until } = one;
  const { done, total } = progress;
  return (
    <>
      <Tag tone={tones[state]}>{t(`admin.export.state.${state}`)}</Tag>
      {state === 'making' ? (
        <progress
          max={Math.max(1, total)}
          value={done}
          aria-label={t('admin.export.progress', {
            done: formatNumber(done, language),
            total: formatNumber(total, language),
          })}
        />
      ) : null}
      <small>
        {t('admin.export.lines', { count: done, number: formatNumber(done, language) })}
        {until === null
          ? ''
          : ` · ${t('admin.export.until', { day: formatDate(until, language), time: formatTime(until, language) })}`}
      </small>
    </>
  );
};

const Row = ({
  one,
  onSave,
  onCancel,
}: {
  readonly one: ExportView;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}) => {
  const { t, language } = useText();
  const brandNames = useBrandNames();
  const { fileName: name, state } = one;
  return (
    <tr>
      <th scope="row">
        {t(`admin.export.kind.${one.kind}`)}
        <small>{name}</small>
      </th>
      <td>{brandNames([one.brandId])}</td>
      <td>
        {one.byName}
        <small>{`${formatDate(one.createdAt, language)} ${formatTime(one.createdAt, language)}`}</small>
      </td>
      <td>
        <Progress one={one} />
      </td>
      <td className={css('acts')}>
        {state === 'done' ? (
          <Button
            size="small"
            icon="file"
            aria-label={t('admin.export.saveOf', { name })}
            onClick={onSave}
          >
            {t('admin.export.save')}
          </Button>
        ) : null}
        {state === 'making' || state === 'done' ? (
          <Button size="small" aria-label={t('admin.export.cancelOf', { name })} onClick={onCancel}>
            {t(state === 'making' ? 'admin.export.stop' : 'admin.export.throwAway')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
};

const useExports = () => {
  const { act, ask } = useAdministration();
  const { known, reload } = useHub('admin.exports', {});
  const isMaking =
    known !== null && 'value' in known && known.value.exports.some((one) => one.state === 'making');
  useEffect(() => {
    if (!isMaking) return;
    const timer = setInterval(() => void reload(), lookAgainMs);
    return () => clearInterval(timer);
  }, [isMaking, reload]);
  const save = async ({ id, fileName, format }: ExportView) => {
    const got = await ask('admin.export-file', { exportId: id });
    if (got.ok) saveFile(fileName, mediaTypes[format], got.value.bytes);
    else await reload();
  };
  const cancel = async ({ id }: ExportView) => {
    await act('admin.cancel-export', { exportId: id });
    await reload();
  };
  return { known, reload, save, cancel };
};

export const ExportsSheet = () => {
  const { t } = useText();
  const { known, reload, save, cancel } = useExports();
  const [asking, setAsking] = useState(false);
  return (
    <Sheet
      wide
      title={t('admin.export.title')}
      beside={
        <Button size="small" icon="plus" onClick={() => setAsking(true)}>
          {t('admin.export.new')}
        </Button>
      }
    >
      <Loaded of={known}>
        {({ exports: made }) =>
          made.length === 0 ? (
            <EmptyState icon="file" title={t('admin.export.none')} />
          ) : (
            <table className={css('table')}>
              <tbody>
                {made.map((one) => (
                  <Row
                    key={one.id}
                    one={one}
                    onSave={() => void save(one)}
                    onCancel={() => void cancel(one)}
                  />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      {asking ? (
        <ExportForm
          onClose={() => {
            setAsking(false);
            void reload();
          }}
        />
      ) : null}
    </Sheet>
  );
};
