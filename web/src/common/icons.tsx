import * as drawn from '@ant-design/icons';
import type { ComponentProps } from 'react';

type Icon = typeof drawn.PlusOutlined;

/**
 * An icon says what stands beside it once more, in English ("plus 新建"): readers of the screen pass it over. What
 * stands alone is named by its button.
 */
function quiet(Drawn: Icon) {
  return function Quiet(props: ComponentProps<Icon>) {
    return <Drawn aria-hidden role={undefined} aria-label={undefined} {...props} />;
  };
}

export const AimOutlined = quiet(drawn.AimOutlined);
export const ApartmentOutlined = quiet(drawn.ApartmentOutlined);
export const AppstoreOutlined = quiet(drawn.AppstoreOutlined);
export const ArrowDownOutlined = quiet(drawn.ArrowDownOutlined);
export const ArrowLeftOutlined = quiet(drawn.ArrowLeftOutlined);
export const ArrowUpOutlined = quiet(drawn.ArrowUpOutlined);
export const BankOutlined = quiet(drawn.BankOutlined);
export const BarChartOutlined = quiet(drawn.BarChartOutlined);
export const BoldOutlined = quiet(drawn.BoldOutlined);
export const BranchesOutlined = quiet(drawn.BranchesOutlined);
export const CalendarOutlined = quiet(drawn.CalendarOutlined);
export const CheckCircleFilled = quiet(drawn.CheckCircleFilled);
export const CheckCircleOutlined = quiet(drawn.CheckCircleOutlined);
export const CheckOutlined = quiet(drawn.CheckOutlined);
export const CheckSquareOutlined = quiet(drawn.CheckSquareOutlined);
export const ClockCircleOutlined = quiet(drawn.ClockCircleOutlined);
export const CloseCircleOutlined = quiet(drawn.CloseCircleOutlined);
export const CloseOutlined = quiet(drawn.CloseOutlined);
export const CloudUploadOutlined = quiet(drawn.CloudUploadOutlined);
export const CopyOutlined = quiet(drawn.CopyOutlined);
export const DashboardOutlined = quiet(drawn.DashboardOutlined);
export const DeleteOutlined = quiet(drawn.DeleteOutlined);
export const DesktopOutlined = quiet(drawn.DesktopOutlined);
export const DownloadOutlined = quiet(drawn.DownloadOutlined);
export const EditOutlined = quiet(drawn.EditOutlined);
export const ExclamationCircleOutlined = quiet(drawn.ExclamationCircleOutlined);
export const ExpandOutlined = quiet(drawn.ExpandOutlined);
export const ExportOutlined = quiet(drawn.ExportOutlined);
export const EyeOutlined = quiet(drawn.EyeOutlined);
export const FileExcelOutlined = quiet(drawn.FileExcelOutlined);
export const FilePdfOutlined = quiet(drawn.FilePdfOutlined);
export const FilterOutlined = quiet(drawn.FilterOutlined);
export const FlagOutlined = quiet(drawn.FlagOutlined);
export const FormOutlined = quiet(drawn.FormOutlined);
export const FunnelPlotOutlined = quiet(drawn.FunnelPlotOutlined);
export const GlobalOutlined = quiet(drawn.GlobalOutlined);
export const InboxOutlined = quiet(drawn.InboxOutlined);
export const ItalicOutlined = quiet(drawn.ItalicOutlined);
export const LeftOutlined = quiet(drawn.LeftOutlined);
export const LinkOutlined = quiet(drawn.LinkOutlined);
export const LoadingOutlined = quiet(drawn.LoadingOutlined);
export const LogoutOutlined = quiet(drawn.LogoutOutlined);
export const MenuFoldOutlined = quiet(drawn.MenuFoldOutlined);
export const MenuOutlined = quiet(drawn.MenuOutlined);
export const MenuUnfoldOutlined = quiet(drawn.MenuUnfoldOutlined);
export const MergeCellsOutlined = quiet(drawn.MergeCellsOutlined);
export const MoonOutlined = quiet(drawn.MoonOutlined);
export const MoreOutlined = quiet(drawn.MoreOutlined);
export const OrderedListOutlined = quiet(drawn.OrderedListOutlined);
export const PayCircleOutlined = quiet(drawn.PayCircleOutlined);
export const PhoneOutlined = quiet(drawn.PhoneOutlined);
export const PictureOutlined = quiet(drawn.PictureOutlined);
export const PlusOutlined = quiet(drawn.PlusOutlined);
export const PrinterOutlined = quiet(drawn.PrinterOutlined);
export const PushpinOutlined = quiet(drawn.PushpinOutlined);
export const QrcodeOutlined = quiet(drawn.QrcodeOutlined);
export const QuestionCircleOutlined = quiet(drawn.QuestionCircleOutlined);
export const ReadOutlined = quiet(drawn.ReadOutlined);
export const RedoOutlined = quiet(drawn.RedoOutlined);
export const ReloadOutlined = quiet(drawn.ReloadOutlined);
export const RightOutlined = quiet(drawn.RightOutlined);
export const RollbackOutlined = quiet(drawn.RollbackOutlined);
export const SafetyCertificateOutlined = quiet(drawn.SafetyCertificateOutlined);
export const SaveOutlined = quiet(drawn.SaveOutlined);
export const ScheduleOutlined = quiet(drawn.ScheduleOutlined);
export const SearchOutlined = quiet(drawn.SearchOutlined);
export const SettingOutlined = quiet(drawn.SettingOutlined);
export const SunOutlined = quiet(drawn.SunOutlined);
export const SwapOutlined = quiet(drawn.SwapOutlined);
export const TagsOutlined = quiet(drawn.TagsOutlined);
export const TeamOutlined = quiet(drawn.TeamOutlined);
export const TrophyOutlined = quiet(drawn.TrophyOutlined);
export const UndoOutlined = quiet(drawn.UndoOutlined);
export const UnorderedListOutlined = quiet(drawn.UnorderedListOutlined);
export const UploadOutlined = quiet(drawn.UploadOutlined);
export const UserAddOutlined = quiet(drawn.UserAddOutlined);
export const UserOutlined = quiet(drawn.UserOutlined);
export const UsergroupAddOutlined = quiet(drawn.UsergroupAddOutlined);
export const VideoCameraOutlined = quiet(drawn.VideoCameraOutlined);
export const WarningOutlined = quiet(drawn.WarningOutlined);
