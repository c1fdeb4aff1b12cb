import { Drawer } from 'antd';
import { useNarrow } from '../useNarrow';
import { RecordBody, type RecordBodyProps } from './RecordBody';

export interface RecordDrawerProps extends RecordBodyProps {
  open: boolean;
  onClose: () => void;
}

/** The record template beside the list it was opened from. */
export function RecordDrawer({ open, onClose, ...body }: RecordDrawerProps) {
  const narrow = useNarrow();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={narrow ? '100%' : 'min(1180px, 94vw)'}
      destroyOnHidden
      styles={{ body: { padding: narrow ? 12 : 20 } }}
      title={null}
      closable={{ placement: 'end' }}
      className="lw-drawer"
    >
      <RecordBody {...body} />
    </Drawer>
  );
}
