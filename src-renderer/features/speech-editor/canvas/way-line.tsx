/** The line of a way. Its words are not measured for a box of their own: that would cost a layout each. */
import { BaseEdge, type EdgeProps, getBezierPath } from '@xyflow/react';

export const WayLine = ({ id, label, style, ...ends }: EdgeProps) => {
  const [path, x, y] = getBezierPath(ends);
  return (
    <>
      <BaseEdge id={id} path={path} {...(style === undefined ? {} : { style })} />
      {typeof label === 'string' ? (
        <text x={x} y={y} textAnchor="middle" dominantBaseline="central">
          {label}
        </text>
      ) : null}
    </>
  );
};
