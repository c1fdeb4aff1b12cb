import type { FormInstance } from 'antd';
import { useLayoutEffect } from 'react';

/**
 * Stands last inside a form in a drawer. A drawer opened again while it is still sliding away keeps its form mounted,
 * with the former record's values in it: saving would write them onto the new record.
 */
export function StartFresh<V extends object>({ form, open }: { form: FormInstance<V>; open: boolean }) {
  useLayoutEffect(() => {
    if (open) form.resetFields();
  }, [form, open]);
  return null;
}
