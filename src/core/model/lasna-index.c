/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index of task and feeling.
 */
#include "config.h"

#include "lasna-index.h"

#include <math.h>

/**
 * lasna_index_task:
 * @mean_of_task: 0..3, or NAN
 *
 * Returns: 0..100, or NAN
 */
double
lasna_index_task (double mean_of_task)
{
  return mean_of_task / 3 * 100;
}

/**
 * lasna_index_feeling:
 * @climate: -1..+1, or NAN
 *
 * Returns: 0..100, or NAN
 */
double
lasna_index_feeling (double climate)
{
  return 50 * (1 + climate);
}

/**
 * lasna_index:
 * @task: 0..100, or NAN
 * @feeling: 0..100, or NAN
 *
 * (weight_task x task + weight_feeling x feeling) / 100; weights that do not make 100 together are
 * taken as shares.
 *
 * Returns: 0..100; NAN unless there are both parts
 */
double
lasna_index (double task, double feeling, double weight_task, double weight_feeling)
{
  double sum = weight_task + weight_feeling;

  if (isnan (task) || isnan (feeling) || !(sum > 0))
    return NAN;
  return (weight_task * task + weight_feeling * feeling) / sum;
}
