package io.leadwell.acquire.content;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/**
 * A PDF of the first pages of another, and of nothing else of it: what stands behind a gate must
 * not be found in the file that is shown before it. So a page takes along only what it draws, and
 * no link, thread or structure by which other pages would come too.
 */
final class FirstPages {

  private static final List<COSName> KEPT =
      List.of(
          COSName.TYPE,
          COSName.MEDIA_BOX,
          COSName.CROP_BOX,
          COSName.ROTATE,
          COSName.CONTENTS,
          COSName.GROUP,
          COSName.getPDFName("UserUnit"));

  /** Not the properties of marked content, which may point anywhere. */
  private static final List<COSName> RESOURCES =
      List.of(
          COSName.XOBJECT,
          COSName.PATTERN,
          COSName.FONT,
          COSName.EXT_G_STATE,
          COSName.COLORSPACE,
          COSName.SHADING);

  private static final int DEEPEST = 12;

  private FirstPages() {}

  static PDDocument of(PDDocument whole, int pages) throws IOException {
    PDDocument first = new PDDocument();
    for (int i = 0; i < Math.min(pages, whole.getNumberOfPages()); i++) {
      first.addPage(alone(whole.getPage(i)));
    }
    return first;
  }

  private static PDPage alone(PDPage page) throws IOException {
    COSDictionary kept = new COSDictionary();
    for (COSName key : KEPT) {
      COSBase value = page.getCOSObject().getDictionaryObject(key);
      if (value != null) {
        kept.setItem(key, value);
      }
    }
    kept.setItem(COSName.TYPE, COSName.PAGE);
    // What a page has from the tree above it is written into it.
    kept.setItem(COSName.MEDIA_BOX, page.getMediaBox());
    kept.setItem(COSName.CROP_BOX, page.getCropBox());
    kept.setInt(COSName.ROTATE, page.getRotation());
    if (page.getResources() != null) {
      Set<COSName> named = new HashSet<>();
      names(page, page.getResources(), named, 0);
      kept.setItem(COSName.RESOURCES, only(page.getResources().getCOSObject(), named));
    }
    return new PDPage(kept);
  }

  /** Every name in a stream of drawing commands, and in those that it draws with its own names. */
  private static void names(
      PDContentStream drawing, PDResources resources, Set<COSName> named, int depth)
      throws IOException {
    if (depth > DEEPEST) {
      return;
    }
    Set<COSName> here = new HashSet<>();
    PDFStreamParser parser = new PDFStreamParser(drawing);
    for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
      if (token instanceof COSName name) {
        here.add(name);
      }
    }
    here.removeAll(named);
    named.addAll(here);
    for (COSName name : here) {
      if (resources.getCOSObject().getCOSDictionary(COSName.XOBJECT) instanceof COSDictionary known
          && known.containsKey(name)
          && !resources.isImageXObject(name)) {
        PDXObject drawn = resources.getXObject(name);
        if (drawn instanceof PDFormXObject form && form.getResources() == null) {
          names(form, resources, named, depth + 1);
        }
      }
    }
  }

  private static COSDictionary only(COSDictionary resources, Set<COSName> named) {
    COSDictionary kept = new COSDictionary();
    for (COSName category : RESOURCES) {
      if (resources.getDictionaryObject(category) instanceof COSDictionary all) {
        COSDictionary some = new COSDictionary();
        all.keySet().stream()
            .filter(named::contains)
            .forEach(name -> some.setItem(name, all.getItem(name)));
        kept.setItem(category, some);
      }
    }
    return kept;
  }
}
