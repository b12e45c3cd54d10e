use super::*;
use crate::model::Model;
use crate::options::{Layout, Options};

#[test]
fn fields() {
    for (wire, expected) in [
        ("PurchaseCount", "purchase_count"),
        ("UnBindEcsCount", "un_bind_ecs_count"),
        ("type", "r#type"),
        ("Type", "r#type"),
        ("gen", "r#gen"),
        ("Do", "r#do"),
        ("self", "self_"),
        ("Self", "self_"),
        ("super", "super_"),
        ("crate", "crate_"),
        ("Send", "send_"),
        ("Stream", "stream_"),
        ("5xxPv", "_5xx_pv"),
        ("302Pv", "_302pv"),
        ("CityName.zh_CN", "city_name_zh_cn"),
        ("DataDisk.1.Size", "data_disk_1_size"),
        ("X-Total-Count", "x_total_count"),
        ("SSE-OSS", "sse_oss"),
        ("x-oss-meta-*", "x_oss_meta"),
        ("SecurityGroupIDs", "security_group_ids"),
        ("CloudVendorAccountAKs", "cloud_vendor_account_aks"),
        ("InternetURLs", "internet_urls"),
        ("IPv6Address", "ipv6_address"),
        ("Md5", "md5"),
        ("__topic__", "topic"),
        ("_meta", "meta"),
        ("_", "underscore"),
        ("*", "star"),
        ("地域", "value63_b4c6d9"),
    ] {
        assert_eq!(field(wire).to_code(), expected, "{wire}");
    }
}

#[test]
fn modules_of_operations_make_way_for_those_of_the_product() {
    for (wire, expected) in [
        ("GetCheckSale", "get_check_sale"),
        ("Enumerations", "enumerations_"),
        ("Shapes", "shapes_"),
        ("RequestShapes", "request_shapes_"),
        ("ErrorCode", "error_code_"),
        ("Client", "client_"),
        ("Product", "product_"),
    ] {
        assert_eq!(module(wire).map(|name| name.to_code()).as_deref(), Some(expected), "{wire}");
    }
    assert!(is_taken_in_crate("enumerations") && is_taken_in_crate("shapes"));
}

/// Also those of an included file, which would be found twice.
#[test]
fn no_product_takes_a_file_beside_the_products() {
    for layout in [Layout::Crate, Layout::Modules] {
        let options = Options { layout, ..Options::default() };
        let files = crate::pipeline::emit(&Model::default(), &options).unwrap();
        let paths = files.keys().map(|path| path.strip_prefix("src/").unwrap_or(path));
        let modules: Vec<&str> = paths.filter_map(|path| path.strip_suffix(".rs")).collect();
        assert!(modules.contains(&"macros"), "{modules:?}");
        for module in modules.into_iter().filter_map(|module| module.split('/').next()) {
            assert!(is_taken_in_crate(module), "{module}");
        }
    }
}

#[test]
fn types() {
    for (wire, expected) in [
        ("open_struct_MvDetailModel", "OpenStructMvDetailModel"),
        ("SparkBatchSQL", "SparkBatchSql"),
        ("nodepool", "Nodepool"),
        ("Result", "ResultValue"),
        ("Self", "SelfValue"),
        ("Kind", "Kind"),
        ("Value", "Value"),
        ("DataDisk.1.Size", "DataDisk1Size"),
    ] {
        assert_eq!(type_name(wire).map(|name| name.to_code()).as_deref(), Some(expected), "{wire}");
    }
    assert_eq!(type_name("_"), None);
}

#[test]
fn every_value_has_a_variant() {
    for (value, expected) in [
        ("vulFix", "VulFix"),
        ("ASSET_AND_CORE", "AssetAndCore"),
        ("ap-southeast-1", "ApSoutheast1"),
        ("ACS::ECS::Instance", "AcsEcsInstance"),
        ("Self", "SelfValue"),
        ("self", "SelfValue"),
        ("Unlisted", "UnlistedValue"),
        ("None", "None"),
        ("Default", "Default"),
        ("Ok", "Ok"),
        ("8Core64GB", "Value8core64Gb"),
        ("1", "Value1"),
        ("-1", "Minus1"),
        ("+1", "Plus1"),
        ("01", "Value01"),
        ("10", "Value10"),
        ("1.0", "Value1_0"),
        ("3.0.1", "Value3_0_1"),
        ("-1.5", "Minus1_5"),
        ("1024*1024", "Value1024_1024"),
        ("C++", "CPlusPlus"),
        ("C", "C"),
        ("50%", "Value50Percent"),
        ("*/*", "StarSlashStar"),
        ("image/*", "ImageStar"),
        (">", "GreaterThan"),
        (">=", "GreaterThanOrEqual"),
        ("=", "Equal"),
        ("<=", "LessThanOrEqual"),
        ("<", "LessThan"),
        ("!=", "NotEqual"),
        ("", "Empty"),
        (" ", "Space"),
        ("\"\"", "QuoteQuote"),
        ("免费停车", "Value70157D74"),
        ("地域", "Value63B4C6D9"),
        ("FE_WARNING：有警告", "FeWarning"),
        (" AES_128", "Aes128"),
    ] {
        assert_eq!(variant(value).to_code(), expected, "{value}");
    }
    assert_eq!(numeric_variant(-1).to_code(), "Minus1");
    assert_eq!(numeric_variant(i64::MIN).to_code(), "Minus9223372036854775808");
}

#[test]
fn a_long_value_keeps_a_short_name() {
    let (one, other) = ("{\"a\": 1}".repeat(60), "{\"a\": 1}".repeat(61));
    let (one, other) = (variant(&one), variant(&other));
    assert!(one.as_str().len() < 80 && other.as_str().len() < 80);
    assert_ne!(one, other);
}

#[test]
fn constants() {
    for (wire, expected) in
        [("NoPermission", "NO_PERMISSION"), ("ACS.InvalidParameter.%s", "ACS_INVALID_PARAMETER_S")]
    {
        assert_eq!(constant(wire).map(|name| name.to_code()).as_deref(), Some(expected), "{wire}");
    }
}
