import { Typography } from 'antd';
import type { ReactNode } from 'react';

export const PageHeading = ({ title, children }: { title: ReactNode; children?: ReactNode }) => (
  <div className="page-heading">
    <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
      {title}
    </Typography.Title>
    {children}
  </div>
);
