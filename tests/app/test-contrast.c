/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every text in the window stands out from the ground it is drawn on by 4.5 : 1 at least, in the
 * light, in the dark, and beside what is open.
 */
#include "config.h"

#include "lasna-actions.h"
#include "lasna-help.h"
#include "lasna-pages.h"
#include "lasna-palette.h"
#include "lasna-preferences.h"
#include "lasna-test-window.h"

#define LEAST 4.5

typedef struct
{
  graphene_rect_t area;
  GdkRGBA colour;
} Ground;

/* What has been painted so far, and where on the way through the nodes one is. */
typedef struct
{
  GArray *grounds;
  guint n_texts;
  guint n_faint;
  const char *where;
} Look;

typedef struct
{
  graphene_rect_t clip;
  float x;
  float y;
  double opacity;
} Place;

static LasnaColour
mix (LasnaColour below, GdkRGBA above, double opacity)
{
  double alpha = above.alpha * opacity;

  return (LasnaColour){ below.red + (above.red - below.red) * alpha,
                        below.green + (above.green - below.green) * alpha,
                        below.blue + (above.blue - below.blue) * alpha };
}

static graphene_rect_t
get_area (GskRenderNode *node, const Place *place)
{
  graphene_rect_t area;

  gsk_render_node_get_bounds (node, &area);
  graphene_rect_offset (&area, place->x, place->y);
  return area;
}

static void
add_ground (Look *look, GskRenderNode *node, const Place *place)
{
  graphene_rect_t area = get_area (node, place);
  Ground ground = { area, *gsk_color_node_get_color (node) };

  ground.colour.alpha *= (float) place->opacity;
  if (graphene_rect_intersection (&area, &place->clip, &ground.area))
    g_array_append_val (look->grounds, ground);
}

static void
look_at_text (Look *look, GskRenderNode *node, const Place *place)
{
  graphene_rect_t area = get_area (node, place);
  graphene_point_t middle;
  LasnaColour ground = { 1, 1, 1 };
  LasnaColour ink;
  double contrast;

  graphene_rect_get_center (&area, &middle);
  /* What is selected is painted twice, the second time only as a ground. */
  if (!graphene_rect_contains_point (&place->clip, &middle) ||
      gsk_text_node_get_color (node)->alpha <= 0)
    return;
  for (guint i = 0; i < look->grounds->len; i++)
    {
      const Ground *at = &g_array_index (look->grounds, Ground, i);

      if (graphene_rect_contains_point (&at->area, &middle))
        ground = mix (ground, at->colour, 1);
    }
  ink = mix (ground, *gsk_text_node_get_color (node), place->opacity);
  contrast = lasna_colour_get_contrast (ink, ground);
  look->n_texts++;
  if (contrast >= LEAST)
    return;
  look->n_faint++;
  g_test_message ("%s: a text at %.0f, %.0f has %.2f : 1 (%.2f on %.2f)",
                  look->where,
                  middle.x,
                  middle.y,
                  contrast,
                  ink.green,
                  ground.green);
}

/* What is switched off is painted through a matrix of colours, and may be faint. */
static void
look_at (Look *look, GskRenderNode *node, Place place)
{
  graphene_rect_t area;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        look_at (look, gsk_container_node_get_child (node, i), place);
      break;
    case GSK_TRANSFORM_NODE:
      {
        GskTransform *transform = gsk_transform_node_get_transform (node);
        float x;
        float y;

        float scale_x;
        float scale_y;

        g_assert_cmpint (
            gsk_transform_get_category (transform), >=, GSK_TRANSFORM_CATEGORY_2D_AFFINE);
        gsk_transform_to_affine (transform, &scale_x, &scale_y, &x, &y);
        /* Arrows may be scaled; texts are not. */
        place.x += x;
        place.y += y;
        look_at (look, gsk_transform_node_get_child (node), place);
        break;
      }
    case GSK_OPACITY_NODE:
      place.opacity *= gsk_opacity_node_get_opacity (node);
      look_at (look, gsk_opacity_node_get_child (node), place);
      break;
    case GSK_CLIP_NODE:
    case GSK_ROUNDED_CLIP_NODE:
      area = get_area (node, &place);
      if (graphene_rect_intersection (&area, &place.clip, &place.clip))
        look_at (look,
                 gsk_render_node_get_node_type (node) == GSK_CLIP_NODE
                     ? gsk_clip_node_get_child (node)
                     : gsk_rounded_clip_node_get_child (node),
                 place);
      break;
    case GSK_SHADOW_NODE:
      look_at (look, gsk_shadow_node_get_child (node), place);
      break;
    case GSK_DEBUG_NODE:
      look_at (look, gsk_debug_node_get_child (node), place);
      break;
    case GSK_COLOR_NODE:
      add_ground (look, node, &place);
      break;
    case GSK_TEXT_NODE:
      look_at_text (look, node, &place);
      break;
    default:
      break;
    }
}

static void
check (gpointer window, const char *where)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  Place place = { GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height), 0, 0, 1 };
  Look look = { g_array_new (FALSE, FALSE, sizeof (Ground)), 0, 0, where };

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  look_at (&look, node, place);
  g_array_unref (look.grounds);
  g_test_message ("%s: %u texts", where, look.n_texts);
  g_assert_cmpuint (look.n_texts, >, 0);
  if (look.n_faint > 0)
    g_test_fail ();
}

static void
check_windows (LasnaTestWindow *test)
{
  GSettings *settings = lasna_application_get_settings (test->application);
  GtkWindow *const windows[] = {
    lasna_help_new_window (),
    lasna_preferences_new (settings, lasna_window_get_workbook (test->window)),
    lasna_actions_new_shortcuts_window (),
    GTK_WINDOW (lasna_window_new (test->application)),
  };

  lasna_window_show_start (LASNA_WINDOW (windows[G_N_ELEMENTS (windows) - 1]));
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      gtk_window_present (windows[i]);
      lasna_test_settle ();
      check (windows[i], gtk_window_get_title (windows[i]));
      gtk_window_destroy (windows[i]);
      lasna_test_settle ();
    }
}

static void
test_scheme (gconstpointer scheme)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (LASNA_MAKING_SAMPLE, NULL);
  guint n_pages;
  const LasnaPageInfo *pages = lasna_pages_get (&n_pages);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), GPOINTER_TO_INT (scheme));
  for (guint i = 0; i < n_pages; i++)
    {
      lasna_window_show_page (test->window, pages[i].id);
      lasna_test_settle ();
      check (test->window, pages[i].id);
    }
  lasna_test_act (test->window, "win.page::feedback");
  lasna_test_await (test->window, "415 voices");
  lasna_test_act (test->window, "page.new");
  check (test->window, "a new voice");
  lasna_test_act (test->window, "win.page::journey");
  lasna_test_act (test->window, "page.inspect-journey");
  check (test->window, "the journey's own properties");
  lasna_test_act (test->window, "win.page::checklists");
  lasna_test_act (test->window, "page.start::checklist.own-practice");
  check (test->window, "a checklist");
  lasna_window_say (test->window, "Said.");
  lasna_test_settle ();
  check (test->window, "a message");
  check_windows (test);
}

int
main (int argc, char *argv[])
{
  lasna_test_window_init (&argc, &argv);
  g_test_add_data_func (
      "/contrast/light", GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_LIGHT), test_scheme);
  g_test_add_data_func (
      "/contrast/dark", GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_DARK), test_scheme);
  return lasna_test_window_run ();
}
