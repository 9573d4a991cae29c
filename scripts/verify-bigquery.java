// The other half of verify-bigquery.mjs: GoogleSQL, BigQuery's analyzer, reads each file of a folder, whose first line is
// the columns of the table `scenarios` and whose rest is a query. Says of each that it refuses why, on a line of its own.

import com.google.zetasql.Analyzer;
import com.google.zetasql.AnalyzerOptions;
import com.google.zetasql.LanguageOptions;
import com.google.zetasql.SimpleCatalog;
import com.google.zetasql.SimpleTable;
import com.google.zetasql.SqlException;
import com.google.zetasql.TypeFactory;
import com.google.zetasql.ZetaSQLBuiltinFunctionOptions;
import com.google.zetasql.ZetaSQLOptions.ProductMode;
import com.google.zetasql.ZetaSQLType.TypeKind;
import java.io.File;
import java.nio.file.Files;
import java.util.Arrays;

class Verify {
  public static void main(String[] folders) throws Exception {
    LanguageOptions language = new LanguageOptions();
    language.enableMaximumLanguageFeatures();
    language.setProductMode(ProductMode.PRODUCT_EXTERNAL);
    language.enableReservableKeyword("QUALIFY");
    AnalyzerOptions options = new AnalyzerOptions();
    options.setLanguageOptions(language);
    File[] files = new File(folders[0]).listFiles();
    Arrays.sort(files);
    for (File file : files) {
      String[] parts = Files.readString(file.toPath()).split("\n", 2);
      SimpleTable table = new SimpleTable("scenarios");
      for (String column : parts[0].split(" "))
        table.addSimpleColumn(column, TypeFactory.createSimpleType(TypeKind.TYPE_DOUBLE));
      SimpleCatalog catalog = new SimpleCatalog("verify");
      catalog.addZetaSQLFunctionsAndTypes(new ZetaSQLBuiltinFunctionOptions(language));
      catalog.addSimpleTable(table);
      try {
        Analyzer.analyzeStatement(parts[1], options, catalog);
      } catch (SqlException refused) {
        System.out.println(file.getName() + ": " + refused.getMessage().split("\n")[0]);
      }
    }
    System.exit(0);
  }
}
