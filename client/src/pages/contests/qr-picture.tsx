import { qrCode } from '../../booth/qr-code.ts';

/** Draws a QR code as one path, so that it prints sharp at any size. */
export const QrPicture = ({ text, label }: { text: string; label: string }) => {
  const rows = qrCode(text);
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      className="slip-qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(rows.length)} ${String(rows.length)}`}
      shapeRendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};
