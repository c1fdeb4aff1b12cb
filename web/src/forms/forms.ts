import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import type { Query } from '../common/api/query';
import { queryClient } from '../common/api/queryClient';
import type { Form, FormDesign, FormReportData, SubmissionDetail } from './model';

const refresh = () => queryClient.invalidateQueries({ queryKey: ['/forms'] });

export function useForm(id: string) {
  return useQuery({
    queryKey: ['/forms', id],
    queryFn: ({ signal }) => api.get<Form>(`/forms/${id}`, {}, signal),
    // The builder holds the draft; a refetch behind its back would be of no use.
    refetchOnWindowFocus: false,
  });
}

export function useAddForm() {
  return useMutation({
    mutationFn: (wanted: { name: string; preset?: string; copyOf?: string }) => api.post<Form>('/forms', wanted),
    onSuccess: refresh,
  });
}

export interface Save {
  revision: number;
  name: string;
  slug: string;
  draft: FormDesign;
}

const keep = (form: Form) => {
  queryClient.setQueryData(['/forms', form.id], form);
  void queryClient.invalidateQueries({ queryKey: ['/forms', 'list'] });
};

export function useSaveForm(id: string) {
  return useMutation({ mutationFn: (save: Save) => api.put<Form>(`/forms/${id}`, save), onSuccess: keep });
}

export function usePublishForm(id: string) {
  return useMutation({
    mutationFn: (revision: number) => api.post<Form>(`/forms/${id}/publish`, { revision }),
    onSuccess: keep,
  });
}

export function useCloseForm() {
  return useMutation({
    mutationFn: ({ id, closed }: { id: string; closed: boolean }) => api.post<Form>(`/forms/${id}/close`, { closed }),
    onSuccess: refresh,
  });
}

export function useDeleteForm() {
  return useMutation({ mutationFn: (id: string) => api.del(`/forms/${id}`), onSuccess: refresh });
}

export function useFormReport(id: string, query: Query) {
  return useQuery({
    queryKey: ['/forms', id, 'figures', query],
    queryFn: ({ signal }) => api.get<FormReportData>(`/forms/${id}/figures`, query, signal),
  });
}

export function useSubmission(id: string | null) {
  return useQuery({
    queryKey: ['/submissions', id],
    queryFn: ({ signal }) => api.get<SubmissionDetail>(`/submissions/${id}`, {}, signal),
    enabled: id !== null,
  });
}

/** A held submission becomes a lead, or is put aside for good. */
export function useDecide() {
  return useMutation({
    mutationFn: ({ id, release }: { id: string; release: boolean }) =>
      api.post<unknown>(`/submissions/${id}/${release ? 'release' : 'discard'}`),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['/submissions'] }),
  });
}

/** Where visitors find a form. */
export function pageAddress(slug: string, origin = window.location.origin): string {
  return `${origin}/p/f/${slug}`;
}

export function scriptOf(slug: string, origin = window.location.origin): string {
  return `<script src="${origin}/p/f/${slug}/embed.js" async></script>`;
}

export function frameOf(slug: string, origin = window.location.origin): string {
  return `<iframe src="${origin}/p/f/${slug}/frame" width="100%" height="640" style="border:0"></iframe>`;
}
